namespace ScCa.Keys;

/// <summary>Every refusal of this room, with its texts.</summary>
internal static class KeyRefusals
{
    public static KeyRefusedException FileMissing(string path) => new(
        nameof(FileMissing),
        $"找不到文件 {path}。请检查配置的路径，或先创建该文件。",
        $"There is no file {path}. Check the configured path, or create the file first.");

    public static KeyRefusedException FileAlreadyThere(string path) => new(
        nameof(FileAlreadyThere),
        $"文件 {path} 已存在，不会覆盖。请换一个路径，或先把旧文件移走并妥善保管。",
        $"The file {path} exists and is never overwritten. Choose another path, or move the old file to a safe place first.");

    public static KeyRefusedException NotARegularFile(string path) => new(
        nameof(NotARegularFile),
        $"{path} 不是普通文件（可能是目录、设备、管道、空文件或失效的符号链接）。请指向真正的文件。",
        $"{path} is not a regular file with content (a directory, device, pipe, empty file or broken link?). Point at the file itself.");

    public static KeyRefusedException ReadableByOthers(string path, UnixFileMode mode) => new(
        nameof(ReadableByOthers),
        $"文件 {path} 的权限为 {Octal(mode)}，组或其他用户可以访问。请执行 chmod 600，并考虑更换其中的密钥。",
        $"The file {path} has mode {Octal(mode)}: group or others may reach it. Run chmod 600, and consider replacing what is in it.");

    public static KeyRefusedException FileTooLong(string path, int lengthMax) => new(
        nameof(FileTooLong),
        $"文件 {path} 超过 {lengthMax} 字节，不是所需的文件。请检查路径。",
        $"The file {path} is longer than {lengthMax} bytes: not the file that is wanted. Check the path.");

    public static KeyRefusedException KeyMalformed(string path, Exception? inner = null) => new(
        nameof(KeyMalformed),
        $"文件 {path} 中没有可读的加密私钥（PEM “ENCRYPTED PRIVATE KEY”）。请从备份恢复。",
        $"The file {path} holds no readable encrypted private key (PEM \"ENCRYPTED PRIVATE KEY\"). Restore it from the backup.",
        inner);

    public static KeyRefusedException KeyNotEncrypted(string path) => new(
        nameof(KeyNotEncrypted),
        $"文件 {path} 中的私钥未加密。请用 openssl pkcs8 -topk8 -v2 aes-256-cbc 加密后再用，并把该密钥视为可能已泄露。",
        $"The private key in {path} is not encrypted. Encrypt it with openssl pkcs8 -topk8 -v2 aes-256-cbc, and treat the key as possibly exposed.");

    public static KeyRefusedException EncryptionTooOld(string path) => new(
        nameof(EncryptionTooOld),
        $"文件 {path} 中的私钥不是用 PBES2 加密的。请用 openssl pkcs8 -topk8 -v2 aes-256-cbc 重新加密。",
        $"The private key in {path} is not encrypted with PBES2. Encrypt it again with openssl pkcs8 -topk8 -v2 aes-256-cbc.");

    public static KeyRefusedException WrongPassword(string path, Exception inner) => new(
        nameof(WrongPassword),
        $"口令打不开 {path} 中的私钥。请检查口令文件是否与该私钥配套。",
        $"The password does not open the private key in {path}. Check that the password belongs to this key.",
        inner);

    public static KeyRefusedException KeyOfAnotherKind(string path) => new(
        nameof(KeyOfAnotherKind),
        $"文件 {path} 中的私钥不是 SM2、P-256 或 2048 位以上的 RSA 密钥。请更换密钥。",
        $"The private key in {path} is not one of SM2, P-256 or RSA from 2048 bits. Use another key.");

    public static KeyRefusedException PasswordEmpty(string source) => new(
        nameof(PasswordEmpty),
        $"口令为空（{source}）。请设置口令。",
        $"The password is empty ({source}). Set one.");

    public static KeyRefusedException PasswordNotText(string path) => new(
        nameof(PasswordNotText),
        $"文件 {path} 不是 UTF-8 文本，无法作为口令读取。请重新写入口令。",
        $"The file {path} is not UTF-8 text and cannot be read as a password. Write the password again.");

    public static KeyRefusedException MasterSecretMalformed(string path, int octets) => new(
        nameof(MasterSecretMalformed),
        $"文件 {path} 不是 {octets} 字节的主密钥。请从备份恢复；不要新建，否则已加密的数据将无法打开。",
        $"The file {path} is not a master secret of {octets} bytes. Restore it from the backup; a new one could not open what is sealed already.");

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');
}
