import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file that only grows. */
export interface GrowingFile {
  /** Bytes so far. */
  readonly size: () => number;
  append(text: string): Promise<void>;
  /** Returns when the content is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What the record does with the disk; tests put a full or read-only one in its place. All fail by rejecting. */
export interface RecordFiles {
  makeFolder(path: string, mode?: number): Promise<void>;
  /** Opens for appending, only for this user to read; made where it does not exist. */
  open(path: string): Promise<GrowingFile>;
  /** Writes a whole file so that a reader sees the old or the new content, never a part. */
  replace(path: string, text: string, mode?: number): Promise<void>;
  /** Makes a file; rejects with `EEXIST` when it is there. */
  create(path: string, text: string): Promise<void>;
  read(path: string): Promise<string>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes new names in this folder durable; does nothing where the system has no such call. */
  syncFolder(path: string): Promise<void>;
}

/** The disk of this machine. */
export function createRecordFiles(): RecordFiles {
  return {
    async makeFolder(path, mode) {
      await mkdir(path, { recursive: true, ...(mode === undefined ? {} : { mode }) });
      if (mode !== undefined) await chmod(path, mode);
    },
    open: openGrowing,
    async replace(path, text, mode = 0o644) {
      const temporary = join(dirname(path), `.${randomBytes(6).toString("hex")}.tmp`);
      try {
        await writeNew(temporary, text, mode);
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    create: (path, text) => writeNew(path, text, 0o644),
    read: (path) => readFile(path, "utf8"),
    rename,
    remove: unlink,
    syncFolder,
  };
}

async function openGrowing(path: string): Promise<GrowingFile> {
  const handle = await open(path, "a", 0o600);
  let size = (await handle.stat()).size;
  return {
    size: () => size,
    async append(text) {
      const bytes = Buffer.from(text, "utf8");
      await handle.appendFile(bytes);
      size += bytes.length;
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function writeNew(path: string, text: string, mode: number): Promise<void> {
  const handle = await open(path, "wx", mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    // Half a file would stand in everybody's way.
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder, and its file systems make names durable with the file.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems refuse to sync a folder; they have no other way to offer.
    if (!(error instanceof Error && "code" in error && (error.code === "EINVAL" || error.code === "ENOTSUP")))
      throw error;
  } finally {
    await handle.close();
  }
}
