/** Parts of a name that say that its value should not be seen. */
const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|PRIVATE_KEY|API_?KEY|ACCESS_KEY|AUTH)(?:_|$)/i;

/** Whether a variable of this name probably holds a secret: `DB_PASSWORD`, `GITHUB_TOKEN`. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
