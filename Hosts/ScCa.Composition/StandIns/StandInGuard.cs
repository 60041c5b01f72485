using System.Collections.Immutable;
using ScCa.Application.Ports;
using ScCa.Issuance;
using ScCa.Keys;

namespace ScCa.Composition.StandIns;

/// <summary>
/// Nothing real may run on a stand-in by accident: without <c>--demo</c>, every port must be served by the real thing, and a folder that a demonstration has
/// used is no place for real business, nor the other way round.
/// </summary>
internal sealed class StandInGuard(ScCaOptions options, DataFolder folder, IServiceProvider services)
{
    // What each port is called in the refusal, and what makes it real.
    private static readonly RealPort[] Ports =
    [
        new(typeof(ISmsGateway), "S1", "短信网关", "SMS gateway", "请接入 ISmsGateway 的实现", "Provide an ISmsGateway"),
        new(typeof(IBankStatements), "S2", "银行流水", "bank statements", "请接入 IBankStatements 的实现", "Provide an IBankStatements"),
        new(typeof(ICertificateAuthority), "S3", "签发密钥", "signing key", "请配置 Authority（证书、密钥和口令文件）", "Configure Authority (certificate, key and password file)"),
        new(typeof(ITokenDesk), "S4", "USB Key 制证台", "USB key desk", "请接入 ITokenDesk 的实现", "Provide an ITokenDesk"),
        new(typeof(IStaffDirectory), "S5", "工作人员目录", "staff directory", "请接入 IStaffDirectory 的实现", "Provide an IStaffDirectory"),
        new(typeof(IMasterKey), "S6", "主密钥", "master key", "请先运行一次 scca init 生成", "Run 'scca init' once to make it"),
    ];

    public void Check()
    {
        var refusals = FolderRefusals().Concat(options.Demo ? [] : Ports.Select(Refusal).OfType<StartUpRefusal>()).ToImmutableArray();
        if (!refusals.IsEmpty)
            throw new StartUpRefusedException(refusals);
    }

    private IEnumerable<StartUpRefusal> FolderRefusals()
    {
        var isDemoFolder = File.Exists(folder.DemoMark);
        if (!options.Demo && isDemoFolder)
        {
            yield return new StartUpRefusal(
                "S7",
                $"数据目录 {folder.Root} 是演示用的，里面的证书和密钥都不是真的。请换一个数据目录，或加上 --demo 启动。",
                $"The data folder {folder.Root} belongs to a demonstration; nothing in it is real. Choose another data folder, or start with --demo.");
        }

        if (options.Demo && !isDemoFolder && File.Exists(folder.History))
        {
            yield return new StartUpRefusal(
                "S8",
                $"数据目录 {folder.Root} 里是真实业务，不能用 --demo 启动。请换一个数据目录。",
                $"The data folder {folder.Root} holds real business; it cannot be started with --demo. Choose another data folder.");
        }
    }

    // A key that is configured and cannot be opened is a reason not to start, with a name, like one that is not configured.
    private StartUpRefusal? Refusal(RealPort port)
    {
        try
        {
            return Judge(port, services.GetService(port.Type));
        }
        catch (KeyRefusedException reason)
        {
            return port.Refuse($"{port.ZhCn}不可用：{reason.ZhCn}", $"The {port.En} cannot be used: {reason.En}");
        }
        catch (AuthorityRefusedException reason)
        {
            return port.Refuse($"{port.ZhCn}不可用：{reason.ZhCn}", $"The {port.En} cannot be used: {reason.En}");
        }
    }

    private static StartUpRefusal? Judge(RealPort port, object? served) => served switch
    {
        null => port.Refuse($"没有配置{port.ZhCn}。", $"No {port.En} is configured."),
        IStandIn standIn => port.Refuse(
            $"{standIn.StandsInFor.ZhCn}只有本地替身（{standIn.GetType().Name}），不能用于真实业务。",
            $"The {standIn.StandsInFor.En} is only a local stand-in ({standIn.GetType().Name})."),
        _ => null,
    };

    private sealed record RealPort(Type Type, string Code, string ZhCn, string En, string RemedyZhCn, string RemedyEn)
    {
        public StartUpRefusal Refuse(string zhCn, string en) =>
            new(Code, $"{zhCn}{RemedyZhCn}；只想试用请加 --demo。", $"{en} {RemedyEn}; to try things out, start with --demo.");
    }
}
