using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Messages;

namespace ScCa.Application.Messages;

/// <summary>
/// Hands a waiting message to the gateway and records what came of it (A4). A crash in between sends it again under the same de-duplication key.
/// </summary>
public sealed class MessageSender(
    ICommands commands, CommandExecutor executor, PersonalData personal, SubjectStates subjects, ISmsGateway gateway, TextCatalog texts, UnsentMessagesReader unsent, IClock clock)
{
    private const int RetriesPerRun = 100;

    /// <summary>Makes the first attempt. Asked again after it has failed it makes none: a reaction that is repeated must not use up the attempts, nor shorten their pauses.</summary>
    public async Task SendFirst(MessageId id, CancellationToken cancellation)
    {
        if (await executor.State<Message>(id.Value, cancellation).ConfigureAwait(false) is WaitingMessage { Attempts: 0 } waiting)
            await Send(id, waiting, cancellation).ConfigureAwait(false);
    }

    /// <summary>Tries again what failed before and is due; answers with how many were tried.</summary>
    public async Task<int> Retry(CancellationToken cancellation)
    {
        var due = await unsent.DueAt(clock.GetCurrentInstant(), RetriesPerRun, cancellation).ConfigureAwait(false);
        foreach (var row in due)
        {
            var id = new MessageId(row.Message);
            if (await executor.State<Message>(id.Value, cancellation).ConfigureAwait(false) is WaitingMessage waiting)
                await Send(id, waiting, cancellation).ConfigureAwait(false);
        }

        return due.Count;
    }

    private async Task Send(MessageId id, WaitingMessage waiting, CancellationToken cancellation)
    {
        var (result, isForGood) = await TrySend(id, waiting, cancellation).ConfigureAwait(false);
        var command = new CommandId($"send:{id}:{waiting.Attempts}");
        var now = clock.GetCurrentInstant();
        Command<Message> record = result.IsTaken
            ? new RecordDelivery(command, id, result.Reference ?? "", now)
            : new RecordFailure(command, id, result.ErrorCode!, now) { IsForGood = isForGood };
        await commands.Execute(record, CommandContext.System("message-sender"), cancellation).ConfigureAwait(false);
    }

    private async Task<(SmsResult Result, bool IsForGood)> TrySend(MessageId id, WaitingMessage waiting, CancellationToken cancellation)
    {
        // Asked for before the person wanted to be left alone, and not sent yet.
        if (ReminderTemplates.Has(waiting.Template) && await subjects.WhyNotProcessed(waiting.Subject, cancellation).ConfigureAwait(false) is not null)
            return (new SmsResult(null, "processing-stopped"), true);
        if (await personal.Open(waiting.Subject, SealedField.HandlerPhone, waiting.Phone, cancellation).ConfigureAwait(false) is not { } phone)
            return (new SmsResult(null, "subject-erased"), true);
        try
        {
            // Applicants of this authority are served in Chinese by SMS; the English texts serve tests and embedders.
            var text = texts.Fill(Language.ZhCn, $"sms.{waiting.Template}", waiting.Facts);
            return (await gateway.Send(new Sms(id.Value, phone, text), cancellation).ConfigureAwait(false), false);
        }
        catch (Exception reason) when (reason is HttpRequestException or IOException or TimeoutException)
        {
            return (new SmsResult(null, "gateway-unreachable"), false);
        }
    }
}
