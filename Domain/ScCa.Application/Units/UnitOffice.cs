using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Units;

namespace ScCa.Application.Units;

/// <summary>What hall and desk do alike for a unit.</summary>
internal sealed class UnitOffice(
    ICommands commands, CommandExecutor executor, PersonalData personal, UnitCardReader cards, PolicyBook policies, TextCatalog texts, IClock clock)
{
    public TextCatalog Texts { get; } = texts;

    public Instant Now => clock.GetCurrentInstant();

    public PhoneIndex IndexOf(Phone phone) => personal.IndexOf(phone);

    public SubjectId SubjectOf(Phone phone) => personal.SubjectOf(phone);

    public async Task<Outcome<UnitReceipt>> Execute(UnitCommand command, CommandContext context, CancellationToken cancellation) =>
        await commands.Execute(command, context, cancellation).ConfigureAwait(false) switch
        {
            Answer<Unit>.Accepted accepted => new UnitReceipt(command.Unit.Value, accepted.Position),
            Answer<Unit>.Refused(var refusal) => RefusalText.From(refusal, Texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };

    /// <summary>What the command would be refused with as things stand. Nothing is written, and it may still come out otherwise when it is executed.</summary>
    public async Task<Refusal?> WouldRefuse(UnitCommand command, CancellationToken cancellation) =>
        command.Decide(await executor.State<Unit>(command.StreamKey, cancellation).ConfigureAwait(false), policies) is Decision<Unit>.Refused(var refusal) ? refusal : null;

    /// <summary>Whether the command was executed before: it will be answered as it was then.</summary>
    public async Task<bool> IsRepeat(UnitCommand command, CancellationToken cancellation) =>
        (await executor.Events<Unit>(command.StreamKey, cancellation).ConfigureAwait(false)).Any(e => e.Stored.CommandId == command.Id.Value);

    public async Task<Handler> Seal(Phone phone, string name, CancellationToken cancellation)
    {
        var subject = personal.SubjectOf(phone);
        return new Handler(
            subject,
            await personal.Seal(subject, SealedField.HandlerName, name, cancellation).ConfigureAwait(false),
            await personal.Seal(subject, SealedField.HandlerPhone, phone.Digits, cancellation).ConfigureAwait(false),
            personal.IndexOf(phone));
    }

    public async Task<Outcome<UnitCard>> Card(CreditCode unit, CancellationToken cancellation) =>
        await cards.Find(unit.Value, cancellation).ConfigureAwait(false) is { } card ? card : RefusalText.From(Refuse.UnitUnknown(unit), Texts);

    public async Task<IReadOnlyList<UnitHandlerRow>> Open(UnitCard card, CancellationToken cancellation)
    {
        var rows = new List<UnitHandlerRow>();
        foreach (var handler in card.Handlers)
        {
            var name = await personal.Open(handler.Subject, SealedField.HandlerName, handler.Name, cancellation).ConfigureAwait(false);
            var phone = await personal.Open(handler.Subject, SealedField.HandlerPhone, handler.Phone, cancellation).ConfigureAwait(false);
            rows.Add(new UnitHandlerRow(handler.Subject.Value, name, Phone.TryParse(phone, out var parsed) ? parsed.ToString() : null));
        }

        return rows;
    }
}
