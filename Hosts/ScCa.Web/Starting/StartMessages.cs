using ScCa.Composition;

namespace ScCa.Web.Starting;

/// <summary>What a person at the terminal reads. It goes to the error stream: the output stream carries JSON logs only.</summary>
internal static class StartMessages
{
    public const string Usage = """
        四川CA 自助网厅（ScCa.Web）            Sichuan CA self-service hall

          --demo          演示：用本地替身组成一套完整系统
                          a whole system on local stand-ins; nothing in it is real
          --status-only   只答复证书状态、吊销列表、证书和时间戳，没有网页
                          answers status, lists, certificates and timestamps alone; no pages
          --data <DIR>    数据目录（默认 data/web）
                          the data folder (default data/web)
          --urls <URL>    监听地址（默认 http://127.0.0.1:5080）
                          the address to listen on
          --port <N>      本机端口；0 表示任选空闲端口
                          a port on loopback; 0 picks a free one

        其他配置见 README.md（appsettings.json 或 SCCA_ 环境变量）。
        Everything else is configured as README.md says (appsettings.json or SCCA_ variables).
        """;

    public static string NotUnderstood(string argument) => $"""
        不认识的参数：{argument}
        This argument means nothing here: {argument}

        {Usage}
        """;

    public static string Refused(StartUpRefusedException reason) => $"""
        没有启动，原因如下：
        Not started. The reasons:

        {string.Join(Environment.NewLine, reason.Refusals.Select(r => $"  {r.Code}  {r.ZhCn}{Environment.NewLine}      {r.En}"))}
        """;

    public static string CannotListen(string reason) => $"""
        没有启动：监听地址已被占用。请换一个地址（--urls 或 --port）。
        Not started: the address is in use. Choose another one (--urls or --port). {reason}
        """;

    public static string Listening(string address, bool demo, bool statusOnly) => (demo, statusOnly) switch
    {
        (true, true) => $"演示系统的状态答复已启动，一切均非真实 / A demonstration answers relying parties, nothing in it is real: {address}",
        (false, true) => $"状态答复已启动 / Relying parties are answered: {address}",
        (true, false) => $"演示系统已启动，一切均非真实 / A demonstration is running, nothing in it is real: {address}",
        (false, false) => $"自助网厅已启动 / The self-service hall is running: {address}",
    };
}
