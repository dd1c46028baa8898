import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test.each([
  [
    "en",
    "The service was down for two hours because of a full disk. The team was paged and this was fixed by a restart of the broker.",
  ],
  [
    "de",
    "Der Dienst war zwei Stunden nicht erreichbar, weil eine Platte voll war. Die Bereitschaft wurde alarmiert und hat den Dienst neu gestartet.",
  ],
  [
    "fr",
    "Le service a été indisponible pendant deux heures à cause du disque, qui était plein. Les équipes ont relancé le courtier dans la nuit.",
  ],
  [
    "es",
    "El servicio estuvo caído por dos horas porque el disco se llenó. Los usuarios no pudieron enviar mensajes hasta las tres y fue grave.",
  ],
  [
    "pt",
    "O serviço ficou fora do ar por duas horas porque o disco encheu. Os usuários não foram avisados e uma equipe da infraestrutura reiniciou.",
  ],
  ["ja", "ディスクが満杯になり、サービスが二時間停止した。"],
  ["zh", "磁盘写满，服务中断两个小时，值班人员重启了服务。"],
  ["en", "Kurz"],
  ["en", ""],
])("a text in %s", (code, text) => expect(languageOf(text)).toBe(code));
