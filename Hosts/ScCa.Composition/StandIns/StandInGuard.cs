using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Gateways;
using ScCa.Domain.Staff;
using ScCa.Issuance;
using ScCa.Keys;

namespace ScCa.Composition.StandIns;

/// <summary>Whether the embedder brought a staff directory of his own: then who may administer it is his to say.</summary>
internal sealed record OwnStaffDirectory(bool IsRegistered);

/// <summary>
/// Nothing real may run on a stand-in by accident: without <c>--demo</c>, every port must be served by the real thing, and a folder that a demonstration has
/// used is no place for real business, nor the other way round.
/// </summary>
internal sealed class StandInGuard(ScCaOptions options, DataFolder folder, OwnStaffDirectory ownStaff, IServiceProvider services)
{
    // What each port is called when nothing real serves it, and what to do about it.
    private static readonly RealPort[] Ports =
    [
        new(typeof(ISmsGateway), "ST1", "短信网关", "SMS gateway", "请配置 Sms（地址、密钥名和密钥文件）或注册 ISmsGateway 的实现",
            "Configure Sms (address, key id and key file) or register an ISmsGateway"),
        new(typeof(IBankStatements), "ST2", "银行流水", "source of bank statements", "请配置 Bank（对账单格式定义文件）或注册 IBankStatements 的实现",
            "Configure Bank (the statement mapping) or register an IBankStatements"),
        new(typeof(ICertificateAuthority), "ST3", "签发密钥", "signing key", "请配置 Authority（证书，以及密钥和口令文件或密码设备）",
            "Configure Authority (certificate, and key and password file or a token)"),
        new(typeof(ITokenDesk), "ST4", " USB Key 制证台", "USB key desk", "请注册 ITokenDesk 的实现", "Register an ITokenDesk"),
        new(typeof(IStaffDirectory), "ST5", "工作人员目录中的管理员", "administrator in the staff directory",
            "请运行 scca init 设立第一位管理员", "Run 'scca init' to appoint the first one"),
        new(typeof(IMasterKey), "ST6", "主密钥", "master key", "请先运行一次 scca init 生成主密钥", "Run 'scca init' once to make it"),
        new(typeof(IPlatformAccounts), "ST16", "平台账号校验", "check of platform accounts", "请配置 PlatformAccounts 或注册 IPlatformAccounts 的实现",
            "Configure PlatformAccounts or register an IPlatformAccounts") { IsOptional = true },
        new(typeof(IRealPersonChecks), "ST13", "法人实人认证", "real-person check", "请配置 RealPerson 或注册 IRealPersonChecks 的实现",
            "Configure RealPerson or register an IRealPersonChecks") { IsOptional = true },
        new(typeof(IInvoices), "ST14", "电子发票平台", "e-invoice platform", "请配置 Invoice 或注册 IInvoices 的实现",
            "Configure Invoice or register an IInvoices") { IsOptional = true },
        new(typeof(IWeChatPayments), "ST18", "微信支付", "WeChat Pay", "请配置 WeChat 或注册 IWeChatPayments 的实现",
            "Configure WeChat or register an IWeChatPayments") { IsOptional = true },
        new(typeof(ICourier), "ST15", "快递", "courier", "请配置 Courier 或注册 ICourier 的实现", "Configure Courier or register an ICourier") { IsOptional = true },
        new(typeof(ITrackingEvents), "ST15", "快递轨迹", "source of tracking events", "请配置 Courier 或注册 ITrackingEvents 的实现",
            "Configure Courier or register an ITrackingEvents") { IsOptional = true },
    ];

    /// <summary>First of all: a demonstration must not even open the keys of real business.</summary>
    public void CheckFolder() => Refuse([.. FolderRefusals()]);

    /// <summary>Also with a demonstration, whose keys can be damaged as others can.</summary>
    public async Task CheckPorts(CancellationToken cancellation)
    {
        var refusals = ImmutableArray.CreateBuilder<StartUpRefusal>();
        refusals.AddRange(FolderRefusals());
        foreach (var port in Ports)
        {
            if (await Refusal(port, cancellation).ConfigureAwait(false) is { } refusal)
                refusals.Add(refusal);
        }

        Refuse(refusals.ToImmutable());
    }

    private static void Refuse(ImmutableArray<StartUpRefusal> refusals)
    {
        if (!refusals.IsEmpty)
            throw new StartUpRefusedException(refusals);
    }

    private IEnumerable<StartUpRefusal> FolderRefusals()
    {
        if (!options.Demo && folder.IsDemo)
        {
            yield return StartUpRefusal.FolderIsDemo(folder.Root);
        }

        if (options.Demo && folder.IsReal)
        {
            yield return StartUpRefusal.FolderIsReal(folder.Root);
        }
    }

    private async ValueTask<StartUpRefusal?> Refusal(RealPort port, CancellationToken cancellation)
    {
        if (port.Port == typeof(IStaffDirectory) && !options.Demo && !ownStaff.IsRegistered)
            return await HasAdministrator(cancellation).ConfigureAwait(false) ? null : port.IsMissing();
        return Refusal(port);
    }

    private StartUpRefusal? Refusal(RealPort port)
    {
        try
        {
            return services.GetService(port.Port) switch
            {
                null => port.IsOptional ? null : port.IsMissing(),
                IStandIn standIn when !options.Demo => port.IsStandIn(standIn),
                _ => null,
            };
        }
        catch (KeyRefusedException) when (port.Port == typeof(IMasterKey) && !folder.HasMasterKey)
        {
            return port.IsMissing();
        }
        catch (KeyRefusedException reason)
        {
            return new StartUpRefusal(port.Code, reason.ZhCn, reason.En);
        }
        catch (GatewayRefusedException reason)
        {
            return new StartUpRefusal(port.Code, reason.ZhCn, reason.En);
        }
        catch (AuthorityRefusedException reason)
        {
            return new StartUpRefusal(port.Code, reason.ZhCn, reason.En);
        }
        catch (StartUpRefusedException reason)
        {
            return reason.Refusals[0];
        }
    }

    // Asked of the history alone, and only where there is one: looking must neither make a store nor need the master key.
    private async ValueTask<bool> HasAdministrator(CancellationToken cancellation)
    {
        if (options.Store == StoreKind.Sqlite && !folder.HasHistory)
            return false;
        var executor = services.GetRequiredService<CommandExecutor>();
        return (await executor.State<StaffDirectory>(StaffDirectory.StreamKey, cancellation).ConfigureAwait(false)).Administrators > 0;
    }

    private sealed record RealPort(Type Port, string Code, string ZhCn, string En, string RemedyZhCn, string RemedyEn)
    {
        /// <summary>Whether the rest is of use without it: then only a stand-in is refused.</summary>
        public bool IsOptional { get; init; }

        public StartUpRefusal IsMissing() => new(
            Code, $"没有{ZhCn}。{RemedyZhCn}；只想试用请加 --demo。", $"There is no {En}. {RemedyEn}; to try things out, start with --demo.");

        public StartUpRefusal IsStandIn(IStandIn standIn) => new(
            Code,
            $"{standIn.StandsInFor.ZhCn}只有本地替身（{standIn.GetType().Name}），不能用于真实业务。{RemedyZhCn}；只想试用请加 --demo。",
            $"The {standIn.StandsInFor.En} is only a local stand-in ({standIn.GetType().Name}). {RemedyEn}; to try things out, start with --demo.");
    }
}
