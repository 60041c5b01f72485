using System.Text;
using System.Text.Json;
using ScCa.Composition;
using ScCa.Composition.Working;
using ScCa.Worker;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (WorkerArguments.Read(args) is not { } asked)
    return ExitCode.WrongUse;
if (asked.IsHelp)
{
    Notice.Print(Console.Out, "usage.text");
    return ExitCode.Done;
}

try
{
    using var host = Build(asked);
    await host.Services.CheckScCa(CancellationToken.None);
    if (!asked.Once)
    {
        // Ends on SIGTERM and Ctrl-C, after the round under way.
        await host.RunAsync();
        return ExitCode.Done;
    }

    var report = await host.Services.GetRequiredService<SingleRound>().Run(asked.AsOf, CancellationToken.None);
    Console.Out.WriteLine(JsonSerializer.Serialize(RoundLine.From(report), RoundLine.Json));
    return ExitCode.Done;
}
catch (StartUpRefusedException refused)
{
    Notice.Print(refused);
    return ExitCode.WrongUse;
}
catch (Exception failure)
{
    // An exception's own text is for developers, and may quote what was entered.
    Notice.Print(Console.Error, "failed", ("kind", failure.GetType().Name));
    return ExitCode.Failed;
}

static IHost Build(WorkerArguments asked)
{
    var builder = Host.CreateApplicationBuilder();
    builder.Configuration.AddEnvironmentVariables(ScCaSettings.EnvironmentPrefix);
    // The standard output belongs to the report; what happens on the way is told on the other.
    builder.Logging.ClearProviders().AddSimpleConsole(format => format.SingleLine = true);
    builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    builder.Services.AddScCa(options =>
    {
        options.ReadFrom(builder.Configuration);
        options.DataFolder = asked.DataFolder ?? options.DataFolder;
        options.Demo = asked.Demo;
    });
    builder.Services.AddScCaWorker();
    return builder.Build();
}
