using System.Collections.Immutable;
using ScCa.Application.Events;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Status;

/// <summary>Every serial of one certificate, folded from its stream up to a revision.</summary>
public sealed record CertificateSerials(long Revision, ImmutableArray<SerialState> Serials)
{
    public static CertificateSerials None { get; } = new(-1, []);

    /// <summary>The same after the event; one that is in it already changes nothing, so that a tail may overlap what the view has come to.</summary>
    public CertificateSerials After(RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Stored.Revision <= Revision ? this : new(happened.Stored.Revision, Next(happened.Body));
    }

    private ImmutableArray<SerialState> Next(object happened) => happened switch
    {
        IssuanceIntended e => Serials.Add(new(e.Serial, e.Application, e.Generation, e.Validity.NotAfter, e.SigningKey, null, SerialStage.Intended, null, null)),
        EncryptionIntended e when Serials.Last(s => s.Generation == e.Generation && s.Stage == SerialStage.Intended) is var signing =>
            Serials.Add(signing with { Serial = e.Serial, PairOf = signing.Serial }),
        GenerationIssued e => Where(s => s.Serial == e.Serial, s => s with { Stage = SerialStage.Issued }),
        EncryptionIssued e => Where(s => s.Serial == e.Serial, s => s with { Stage = SerialStage.Issued }),
        IssuanceAbandoned e => Where(s => s.Serial == e.Serial || s.PairOf == e.Serial, s => s.BurnedAt(e.At)),
        ApplicationEvent e and (ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken or GrantEnded) =>
            Where(s => s.Stage == SerialStage.Intended && s.Application == e.Application, s => s.BurnedAt(e.At)),
        GenerationRevoked e => Where(s => s.Stage == SerialStage.Issued && s.Generation == e.Generation, s => s.RevokedFor(e.Reason, e.At)),
        CertificateRevoked e => Where(_ => true, s => s.Stage == SerialStage.Intended ? s.BurnedAt(e.At) : s.RevokedFor(e.Reason, e.At)),
        _ => Serials,
    };

    // The very same where none is meant: what has not changed is not written either.
    private ImmutableArray<SerialState> Where(Func<SerialState, bool> isMeant, Func<SerialState, SerialState> change) =>
        Serials.Any(isMeant) ? [.. Serials.Select(s => isMeant(s) ? change(s) : s)] : Serials;
}
