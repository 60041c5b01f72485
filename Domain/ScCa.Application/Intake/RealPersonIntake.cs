using System.Globalization;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Intake;

/// <summary>Takes in what the real-person check came to, whether it is told or asked for (P5); told twice, it counts once.</summary>
public sealed class RealPersonIntake(ICommands commands, IClock clock, IRealPersonChecks? checks = null)
{
    private const string Name = "real-person-intake";
    private const char Divider = '_';

    // A check that failed is over under its number; the next attempt has another.
    private const int AttemptsMax = 9;

    /// <summary>Reads a callback; answers with why it counts for nothing, or null.</summary>
    public async Task<CallbackFault?> Callback(CallbackHeaders headers, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (checks is null)
            return CallbackFault.KeyUnknown;
        var read = checks.ReadCallback(headers, body.Span);
        if (read.Fault is { } fault)
            return fault;
        await Take(read.Value!, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>Asks how the latest check stands, and takes in one that has passed; null where none was begun.</summary>
    public async Task<RealPersonOutcome?> Look(string certificate, int application, CancellationToken cancellation)
    {
        RealPersonOutcome? latest = null;
        for (var attempt = 1; checks is not null && attempt <= AttemptsMax; attempt++)
        {
            if ((await checks.Find(Number(certificate, application, attempt), cancellation).ConfigureAwait(false)).Value is not { } outcome)
                return latest;
            latest = outcome;
            if (await Take(outcome, cancellation).ConfigureAwait(false))
                return latest;
        }

        return latest;
    }

    /// <summary>The number of the attempt that is under way, or of the next one.</summary>
    internal async Task<string> NextNumber(string certificate, int application, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt < AttemptsMax; attempt++)
        {
            var number = Number(certificate, application, attempt);
            if ((await checks!.Find(number, cancellation).ConfigureAwait(false)).Value is not { Status: RealPersonStatus.Failed })
                return number;
        }

        return Number(certificate, application, AttemptsMax);
    }

    private static string Number(string certificate, int application, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{certificate}{Divider}{application}{Divider}{attempt}");

    private async Task<bool> Take(RealPersonOutcome outcome, CancellationToken cancellation)
    {
        if (outcome is not { Status: RealPersonStatus.Passed, Evidence: { } evidence } || outcome.Number.Split(Divider) is not [var certificate, var application, _]
            || !int.TryParse(application, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var verify = new VerifyRealPerson(new CommandId($"{Name}:{outcome.Number}"), new CertificateId(certificate), number, evidence, clock.GetCurrentInstant());
        await commands.Execute(verify, CommandContext.System(Name), cancellation).ConfigureAwait(false);
        return true;
    }
}
