using System.Collections.Immutable;
using ScCa.Application.Policies;

namespace ScCa.Composition;

/// <summary>One reason not to start, in both languages, with what to do about it.</summary>
public sealed record StartUpRefusal(string Code, string ZhCn, string En)
{
    public override string ToString() => $"{Code}: {En}";

    internal static StartUpRefusal FolderIsDemo(string folder) => new(
        "ST7",
        $"数据目录 {folder} 是演示用的，里面的证书和密钥都不是真的。请换一个数据目录，或加上 --demo 启动。",
        $"The data folder {folder} belongs to a demonstration; nothing in it is real. Choose another data folder, or start with --demo.");

    internal static StartUpRefusal FolderIsReal(string folder) => new(
        "ST8",
        $"数据目录 {folder} 里是真实业务，不能用 --demo 启动。请换一个数据目录。",
        $"The data folder {folder} holds real business; it cannot be started with --demo. Choose another data folder.");

    internal static StartUpRefusal NoHistory(string folder) => new(
        "ST9",
        $"数据目录 {folder} 里没有历史记录。请用 --data 指定存有历史的数据目录。",
        $"There is no history in the data folder {folder}. Name the data folder that has one with --data.");

    internal static StartUpRefusal NotSetUp(string folder) => new(
        "ST6",
        $"数据目录 {folder} 还没有初始化。请先运行一次 scca init，或用 --data 指定正确的目录。",
        $"The data folder {folder} is not set up. Run 'scca init' once, or name the right folder with --data.");

    internal static StartUpRefusal AlreadySetUp(string folder) => new(
        "ST10",
        $"数据目录 {folder} 已经初始化，不会改动。主密钥丢失时请从备份恢复；新建业务请换一个数据目录。",
        $"The data folder {folder} is set up already and is left as it is. A lost master key comes back from the backup; for a new business choose another folder.");

    internal static StartUpRefusal AnotherWorkerLeads(string folder) => new(
        "ST11",
        $"另一个工作进程正在处理数据目录 {folder}。请先停止它，或不加 --once 启动以便待命。",
        $"Another worker is at work on the data folder {folder}. Stop it first, or start without --once to stand by.");

    internal static StartUpRefusal AsOfInTheFuture(string asOf) => new(
        "ST12",
        $"--as-of {asOf} 还没有到。夜间清扫只能按现在或过去的时刻进行。",
        $"--as-of {asOf} has not come yet. The nightly sweep is run as of now or an earlier instant.");

    internal static StartUpRefusal AuthorityIncomplete(string setting) => new(
        "ST3",
        $"签发密钥的配置不完整：缺少 {setting}。Authority 需要证书、密钥和口令文件三项，或证书和密码设备（Token）。",
        $"The signing key is not fully configured: {setting} is missing. Authority needs certificate, key and password file, or the certificate and a Token.");

    internal static StartUpRefusal AuthorityUnreadable(string setting) => new(
        "ST3",
        $"签发密钥的配置看不懂：{setting}。请对照运维文档改正。",
        $"The signing key's configuration cannot be read: {setting}. Correct it as the operations guide says.");

    internal static StartUpRefusal SealMakerMissing() => new(
        "ST3",
        "机构文件夹中没有制章人的证书和密钥，无法签制印章。请用 scca ca init 补办。",
        "The authority's folder holds no seal maker's certificate and key, so no seal can be made. Make them with 'scca ca init'.");

    internal static StartUpRefusal IssuingKeyMissing(string folder) => new(
        "ST3",
        $"机构文件夹 {folder} 中没有签发 CA 的密钥。请检查 Authority:Folder，或用 scca ca show 查看缺少什么。",
        $"The authority's folder {folder} holds no issuing authority's key. Check Authority:Folder, or see what is missing with 'scca ca show'.");

    internal static StartUpRefusal StatusNeedsAFolder() => new(
        "ST3",
        "没有机构文件夹，无法回答证书状态。请配置 Authority:Folder（scca ca init 生成的文件夹）。",
        "Without an authority's folder nothing can be said of certificates. Configure Authority:Folder, the folder that 'scca ca init' made.");

    internal static StartUpRefusal ResponderMissing(string folder) => new(
        "ST3",
        $"机构文件夹 {folder} 中没有状态应答人（OCSP）的证书和密钥。请用 scca ca show 查看缺少什么。",
        $"The authority's folder {folder} holds no responder's certificate and key. See what is missing with 'scca ca show'.");

    internal static StartUpRefusal AuthorityTwice() => new(
        "ST3",
        "签发密钥配置了两处：Authority 既有密钥文件又有密码设备（Token）。请只保留一处。",
        "The signing key is configured twice: Authority has a key file and a Token. Keep one of them.");

    internal static StartUpRefusal PolicyInvalid(PolicyFault fault) => new(
        "ST17",
        $"平台规则不能使用：{fault.File}：{fault.Path}：{fault.ZhCn}请用 scca policy check 检查。",
        $"A platform's policy cannot be used: {fault.File}: {fault.Path}: {fault.En} See 'scca policy check'.");

    internal static StartUpRefusal SmsIncomplete(string setting) => new(
        "ST1",
        $"短信网关的配置不完整：缺少 {setting}。Sms 需要 Url、KeyId 和 KeyFile 三项。",
        $"The SMS gateway is not fully configured: {setting} is missing. Sms needs Url, KeyId and KeyFile.");

    internal static StartUpRefusal PlatformAccountsUnusable(string setting) => new(
        "ST16",
        $"平台账号校验的配置缺少 {setting}，或该项看不懂。PlatformAccounts 需要 Url、KeyId 和 KeyFile 三项。",
        $"In the configuration of the check of platform accounts {setting} is missing or cannot be read. PlatformAccounts needs Url, KeyId and KeyFile.");

    internal static StartUpRefusal WeChatIncomplete(string setting) => new(
        "ST18",
        $"微信支付的配置不完整：缺少 {setting}。WeChat 需要商户号、AppId、证书序列号、通知地址和三类密钥文件。",
        $"WeChat Pay is not fully configured: {setting} is missing. WeChat needs the merchant's ids, the notice address and its key files.");

    internal static StartUpRefusal SmsUnreadable(string setting) => new(
        "ST1",
        $"短信网关的配置看不懂：{setting}。请对照运维文档改正。",
        $"The SMS gateway's configuration cannot be read: {setting}. Correct it as the operations guide says.");

    internal static StartUpRefusal PartnerIncomplete(string code, string setting) => new(
        code,
        $"对接方的配置不完整：缺少 {setting}。需要 Url、KeyId 和 KeyFile 三项。",
        $"The partner is not fully configured: {setting} is missing. Url, KeyId and KeyFile are needed.");

    internal static StartUpRefusal PartnerUnreadable(string code, string setting) => new(
        code,
        $"对接方的配置看不懂：{setting}。请对照运维文档改正。",
        $"The partner's configuration cannot be read: {setting}. Correct it as the operations guide says.");
}

/// <summary>A host must not run like this: something it needs is missing, or only a stand-in for it is there.</summary>
public sealed class StartUpRefusedException(ImmutableArray<StartUpRefusal> refusals)
    : Exception(string.Join(Environment.NewLine, refusals))
{
    internal StartUpRefusedException(StartUpRefusal refusal) : this([refusal])
    {
    }

    public ImmutableArray<StartUpRefusal> Refusals { get; } = refusals;
}
