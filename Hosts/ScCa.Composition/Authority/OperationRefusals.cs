namespace ScCa.Composition.Authority;

/// <summary>What this room itself refuses.</summary>
internal static class OperationRefusals
{
    public static OperationRefusedException FileUnreadable(string path, Exception inner) => new(
        new(nameof(FileUnreadable), "文件无法读取。请检查路径和权限。", "The file cannot be read. Check its path and permissions.", path), inner);

    public static OperationRefusedException FileTooLong(string path) => new(
        new(nameof(FileTooLong), "文件过大，不会读取。请检查是否选错了文件。", "The file is too long to be read. Check that it is the right one.", path));

    public static OperationRefusedException FileAlreadyThere(string path) => new(
        new(nameof(FileAlreadyThere), "文件已存在，不会覆盖。请换一个文件名。", "The file exists and is never overwritten. Choose another name.", path));

    public static OperationRefusedException FileUnwritable(string path, Exception inner) => new(
        new(nameof(FileUnwritable), "文件无法写入。请检查路径和权限。", "The file cannot be written. Check its path and permissions.", path), inner);

    public static OperationRefusedException DemoMark() => new(new(
        nameof(DemoMark),
        "演示用的 CA 不能作为真正的签发机构：名称或文件夹中的证书带有演示标记。请换用真实名称和新的文件夹。",
        "A demonstration CA cannot be the real authority: the names, or certificates in the folder, carry the demonstration's mark. Use real names and a new folder."));

    public static OperationRefusedException NamedOtherwise(string subject) => new(
        new(nameof(NamedOtherwise),
            "文件夹中已有另一名称的证书，不会混用。请使用原来的 --organization 和 --name，或换一个文件夹。",
            "The folder holds certificates under another name, which are not mixed. Use the --organization and --name of before, or another folder.", subject));

    public static OperationRefusedException KeyIsAway(string file) => new(
        new(nameof(KeyIsAway),
            "该证书已签发，但它的密钥不在文件夹中，而后续签发需要它。请放回密钥文件，完成后再移走。",
            "The certificate is there, but its key, which has to sign what is missing, is not in the folder. Put the key's file back, and take it away afterwards.", file));

    public static OperationRefusedException RootNotNamed() => new(new(
        nameof(RootNotNamed), "下级 CA 由签发它的根 CA 撤销。请用 --root 指明根 CA。", "An authority is revoked by the root that certified it. Name that with --root."));

    public static OperationRefusedException RootKeyIsAway(string file) => new(
        new(nameof(RootKeyIsAway),
            "根密钥不在文件夹中，而签发根 CA 的撤销列表需要它。请放回密钥文件，签发后立即移走。",
            "The root's key, which has to sign its list, is not in the folder. Put its file back, and take it away again afterwards.", file));

    public static OperationRefusedException CustodiansUnfit() => new(new(
        nameof(CustodiansUnfit),
        "密钥库需要 2 至 255 名不同的保管人和 --threshold（至少 2，不超过人数）。请补充后再试。",
        "A key archive needs 2 to 255 different custodians and --threshold (at least 2, at most as many as there are). Add what is missing."));

    public static OperationRefusedException NoAuthorityIn(string folder) => new(
        new(nameof(NoAuthorityIn), "文件夹中没有签发机构的证书。请指定 scca ca init 所用的文件夹。", "There are no certificates of an authority in the folder. Name the one that 'scca ca init' made.", folder));

    public static OperationRefusedException NoArchiveIn(string folder) => new(
        new(nameof(NoArchiveIn), "文件夹中没有密钥库。请用 --data 指定建有密钥库的数据目录。", "There is no key archive in the folder. Name the data folder that has one with --data.", folder));

    public static OperationRefusedException SerialUnreadable(string text, Exception inner) => new(
        new(nameof(SerialUnreadable), "序列号看不懂。请照加密证书上的十六进制序列号填写。", "The serial number cannot be read. Write it in hexadecimal, as the encryption certificate shows it.", text), inner);

    public static OperationRefusedException RecipientNotSm2(string file) => new(
        new(nameof(RecipientNotSm2), "接收方的密钥不是 SM2，无法封装。请提供 SM2 签名证书或其申请文件。", "The recipient's key is not an SM2 key, so nothing can be sealed for it. Give an SM2 signature certificate, or its request.", file));

    public static OperationRefusedException RecipientNotProven(string file) => new(
        new(nameof(RecipientNotProven), "申请文件不是由其中的密钥签名的。请重新生成申请文件。", "The request was not signed by the key in it. Have it made anew.", file));

    public static OperationRefusedException AuthorityFolderMissing() => new(new(
        nameof(AuthorityFolderMissing),
        "没有指定签发机构的文件夹。请给出 --folder 和 --password-file，或设置 SCCA_AUTHORITY__FOLDER 和 SCCA_AUTHORITY__PASSWORDFILE。",
        "No authority's folder is named. Give --folder and --password-file, or set SCCA_AUTHORITY__FOLDER and SCCA_AUTHORITY__PASSWORDFILE."));

    public static OperationRefusedException WorkerAtWork(string folder) => new(
        new(nameof(WorkerAtWork),
            "工作进程正在处理该数据目录，到期的列表由它签发。请先停止它再立即签发。",
            "A worker is at work on the data folder and issues what is due by itself. Stop it before issuing by hand.", folder));

    public static OperationRefusedException IssuerIsAnother(string subject) => new(
        new(nameof(IssuerIsAnother), "该证书不是所给签发者签发的。请提供它的签发者证书。", "The certificate was not signed by the issuer that was given. Give its issuer's certificate.", subject));

    public static OperationRefusedException PurposeUnknown(string purpose) => new(
        new(nameof(PurposeUnknown), "不认识该用途。请使用已知名称或对象标识符。", "The purpose is not known. Use one of the names, or an object identifier.", purpose));

    public static OperationRefusedException KeyIsAnother(string file) => new(
        new(nameof(KeyIsAnother), "密钥与证书不配套。请检查两个文件。", "The key is not the certificate's. Check both files.", file));

    public static OperationRefusedException NotSealable(string file) => new(
        new(nameof(NotSealable), "文件既不是 OFD 也不是 PDF，不能签章。请转换后再试。", "The file is neither an OFD nor a PDF and cannot be sealed. Convert it first.", file));

    public static OperationRefusedException PlaceIncomplete() => new(new(
        nameof(PlaceIncomplete), "印章位置不完整：--x 和 --y 须同时给出，页码从 1 开始。", "The place of the seal is incomplete: give --x and --y together; pages count from 1."));

    public static OperationRefusedException AddressUnreadable(string address) => new(
        new(nameof(AddressUnreadable), "地址看不懂。请写成 http://tsa.example.cn/timestamp。", "The address cannot be read. Write it like http://tsa.example.cn/timestamp.", address));

    public static OperationRefusedException TimestampNotAnswered(string address, Exception? inner) => new(
        new(nameof(TimestampNotAnswered),
            "时间戳机构没有给出可用的答复，文件未签章。请检查地址和网络后再试。",
            "The timestamp authority gave no usable answer; nothing was sealed. Check the address and the network, and try again.", address), inner);

    public static OperationRefusedException TimestampRejected(string address, IReadOnlyList<string> words) => new(
        new(nameof(TimestampRejected),
            "时间戳机构拒绝了请求，文件未签章。请按其说明处理后再试。",
            "The timestamp authority rejected the request; nothing was sealed. Do as it says and try again.", string.Join(" ", [address, .. words])));

    public static OperationRefusedException TimeUnreadable(string text) => new(
        new(nameof(TimeUnreadable), "时间看不懂。请写成 2026-06-30 或 2026-06-30T09:00:00+08:00。", "The time cannot be read. Write it like 2026-06-30 or 2026-06-30T09:00:00+08:00.", text));
}
