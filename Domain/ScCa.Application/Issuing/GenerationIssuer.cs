using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Issuing;

/// <summary>A generation and its certificates, opened.</summary>
/// <param name="Encryption">Null where the generation is one certificate.</param>
public sealed record IssuedGeneration(Generation Generation, Der Der, Der? Encryption)
{
    public KeyContent ForKey => Generation.Encryption is { } pair && Encryption is { } encryption
        ? new KeyContent(Der.Bytes, encryption.Bytes, pair.EnvelopedKey.Bytes)
        : new KeyContent(Der.Bytes);
}

/// <summary>
/// The signing protocol (C1): everything is fixed, built and linted; the intent becomes durable; only then the signatures are made, one or the two of a pair, and their result recorded.
/// <para>
/// Killed before the intent is durable, nothing has happened. Killed after it, the signature may or may not exist: the next run finds the intent without a
/// result, abandons it, which burns its serial for ever, and starts anew under another. So there is at most one generation per application or grant, and no
/// signature that the history does not know.
/// </para>
/// </summary>
public sealed class GenerationIssuer(ICommands commands, CommandExecutor executor, ICertificateAuthority authority, KeptCertificates kept, IRandomSource random, IClock clock)
{
    // Two issuers of one certificate in this process would only abandon each other's intents; across processes the re-decision settles it.
    // A fixed number of turns, shared by certificates: one for each would be kept for ever.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, TurnsCount).Select(_ => new SemaphoreSlim(1))];

    private const int TurnsCount = 64;

    private const int AttemptsMax = 10;

    /// <summary>Issues what is due for the certificate, or answers with what this very key was issued before.</summary>
    /// <exception cref="AuthorityNotReadyException">The authority cannot sign at present; there is no new intent, and asked again later the same is issued.</exception>
    public async Task<(IssuedGeneration? Generation, Refusal? Refusal)> Issue(
        CertificateId certificate, ReadOnlyMemory<byte> request, CommandContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var turn = turns[(certificate.GetHashCode() & int.MaxValue) % TurnsCount];
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await IssueInTurn(certificate, request, context, cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(IssuedGeneration? Generation, Refusal? Refusal)> IssueInTurn(
        CertificateId certificate, ReadOnlyMemory<byte> request, CommandContext context, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var state = await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false);
            if (state is IssuedCertificate issuedBefore && AlreadyIssued(issuedBefore) is { } earlier)
                return await Again(issuedBefore, earlier, request, cancellation).ConfigureAwait(false);
            if (state is KnownCertificate { Intent: { } orphan })
            {
                await Abandon(certificate, orphan.Serial, context, cancellation).ConfigureAwait(false);
                continue;
            }

            // X.509 counts in whole seconds.
            var now = Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds());
            var (plan, refusal) = IssuancePlan.For(state, now);
            if (plan is null)
                return (null, refusal);
            if (await TryIssue(certificate, plan, request, context, cancellation).ConfigureAwait(false) is { } issued)
                return (issued, null);
        }

        throw new StreamContendedException($"{Certificate.Category}-{certificate}");
    }

    // A New that is issued, or a grant whose generation waits to be written: a repeated pull gets the same answer.
    private static Generation? AlreadyIssued(IssuedCertificate state) => state switch
    {
        { Grant.Generation: { } number } c => c.Generations[number - 1],
        { Grant: null, Open: null, Generations: [var only] } => only,
        _ => null,
    };

    private async Task<(IssuedGeneration? Generation, Refusal? Refusal)> Again(
        IssuedCertificate certificate, Generation earlier, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        var opened = await kept.Open(certificate.Grant?.Holder ?? certificate.Holder, earlier, cancellation).ConfigureAwait(false);
        return opened is not null && authority.HasSameKey(opened.Der, request) ? (opened, null) : (null, Refuse.AnotherKeyWasIssued(earlier.Serial));
    }

    private Task<Answer<Certificate>> Abandon(CertificateId certificate, SerialNumber serial, CommandContext context, CancellationToken cancellation) => commands.Execute(
        new AbandonIssuance(new CommandId($"issuance:{serial}:abandon"), certificate, serial, clock.GetCurrentInstant()), context, cancellation);

    private async Task<IssuedGeneration?> TryIssue(
        CertificateId certificate, IssuancePlan plan, ReadOnlyMemory<byte> request, CommandContext context, CancellationToken cancellation)
    {
        // Before the intent: once that is durable, a signature that cannot be made has burned its serial.
        if (await authority.WhyNotReady(cancellation).ConfigureAwait(false) is { } reason)
            throw new AuthorityNotReadyException(reason);
        var serials = new GenerationSerials(NewSerial(), NewSerial());
        var serial = serials.Signing;
        var subject = await kept.SubjectOf(plan.Holder, cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Whom certificate {certificate} names has been erased; nothing more can be issued for it.");
        var prepared = await authority.Prepare(plan, subject, serials, request, cancellation).ConfigureAwait(false);
        var intend = new IntendIssuance(
            new CommandId($"issuance:{serial}:intend"), certificate, serial, prepared.Signing.TbsDigest, prepared.Signing.SigningKey, plan.Validity, clock.GetCurrentInstant())
        {
            Encryption = prepared.Encryption is { Certificate: var pair } ? new EncryptionIntent(pair.Serial, pair.TbsDigest) : null,
        };
        if (await commands.Execute(intend, context, cancellation).ConfigureAwait(false) is not Answer<Certificate>.Accepted)
            return null;

        var signed = await authority.Sign(prepared.Signing, cancellation).ConfigureAwait(false);
        var signedPair = prepared.Encryption is { } half ? await authority.Sign(half.Certificate, cancellation).ConfigureAwait(false) : null;
        var generation = new Generation(plan.Generation, serial, plan.Validity, await kept.Keep(plan.Holder, signed, cancellation).ConfigureAwait(false))
        {
            Encryption = signedPair is null
                ? null
                : new EncryptionCertificate(
                    serials.Encryption, await kept.Keep(plan.Holder, signedPair, cancellation).ConfigureAwait(false), prepared.Encryption!.EnvelopedKey),
        };
        var record = new RecordGeneration(new CommandId($"issuance:{serial}:record"), certificate, serial, generation.Certificate, clock.GetCurrentInstant())
        {
            Encryption = generation.Encryption,
        };
        // Refused only if another run has meanwhile taken this intent for an orphan: the signature is burned with its serial.
        return await commands.Execute(record, context, cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted
            ? new IssuedGeneration(generation, signed, signedPair)
            : null;
    }

    private SerialNumber NewSerial()
    {
        Span<byte> octets = stackalloc byte[16];
        random.Fill(octets);
        return SerialNumber.FromRandom(octets);
    }
}
