using System.Collections.Immutable;
using ScCa.Application.Ports;

namespace ScCa.Composition.StandIns;

/// <summary>
/// Nothing real may run on a stand-in by accident: without <c>--demo</c>, every port must be served by the real thing, and a folder that a demonstration has
/// used is no place for real business, nor the other way round.
/// </summary>
internal sealed class StandInGuard(ScCaOptions options, DataFolder folder, IServiceProvider services)
{
    // What each port is called in the refusal when nothing serves it.
    private static readonly (Type Port, string Code, string ZhCn, string En, string Remedy)[] Ports =
    [
        (typeof(ISmsGateway), "S1", "短信网关", "SMS gateway", "an ISmsGateway"),
        (typeof(IBankStatements), "S2", "银行流水", "bank statements", "an IBankStatements"),
        (typeof(ICertificateAuthority), "S3", "签发密钥", "signing key", "Authority (certificate, key and password file)"),
        (typeof(ITokenDesk), "S4", "USB Key 制证台", "USB key desk", "an ITokenDesk"),
        (typeof(IStaffDirectory), "S5", "工作人员目录", "staff directory", "an IStaffDirectory"),
        (typeof(IMasterKey), "S6", "主密钥", "master key", "run 'scca init' once to make it"),
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

    private StartUpRefusal? Refusal((Type Port, string Code, string ZhCn, string En, string Remedy) port) => services.GetService(port.Port) switch
    {
        null => new StartUpRefusal(
            port.Code,
            $"没有配置{port.ZhCn}。请配置：{port.Remedy}；只想试用请加 --demo。",
            $"No {port.En} is configured. Configure {port.Remedy}; to try things out, start with --demo."),
        IStandIn standIn => new StartUpRefusal(
            port.Code,
            $"{standIn.StandsInFor.ZhCn}只有本地替身（{standIn.GetType().Name}），不能用于真实业务。请配置：{port.Remedy}；只想试用请加 --demo。",
            $"The {standIn.StandsInFor.En} is only a local stand-in ({standIn.GetType().Name}). Configure {port.Remedy}; to try things out, start with --demo."),
        _ => null,
    };
}
