using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

/// <summary>The steps about a seal, alone or within a signature.</summary>
/// <param name="usedAt">When the seal is used: the time of signing, or now for a seal alone. Null where the time of signing cannot be read.</param>
internal sealed class SealVerification(ElectronicSeal seal, SealTrust trust, StepSheet sheet, DateTimeOffset? usedAt)
{
    private static readonly CertificateSteps Maker = CertificateSteps.Maker;

    private SealProperty Property => seal.Content.Property;

    public void Run()
    {
        sheet.Pass(SealStep.SealFormat);
        sheet.Tell(SealStep.SealExtensions, ExtensionSteps.Failure(seal.Content.Extensions, trust.Policy));
        TellName();
        var madeAt = new SealTimestampSteps(seal, trust, sheet).Run();
        TellCreation(madeAt);
        TellMaker(madeAt);
        TellPeriod();
        TellStatus();
    }

    private void TellName()
    {
        if (trust.RegisteredName is not { } name)
            sheet.Leave(SealStep.SealName, SealFinding.NotAsked);
        else
            sheet.Tell(SealStep.SealName, name == Property.Name ? null : SealFinding.SealNameDiffers);
    }

    // GM/T 0031-2025: createDate must be plausible, and not later than the seal's timestamp. Earlier versions' seals are never judged by it.
    private void TellCreation(DateTimeOffset? stampedAt)
    {
        if (seal.Version != SealVersion.V5)
            sheet.Leave(SealStep.SealCreation, SealFinding.NotInThisVersion);
        else
            sheet.Tell(SealStep.SealCreation, CreationFailure(stampedAt));
    }

    private SealFinding? CreationFailure(DateTimeOffset? stampedAt)
    {
        if (stampedAt is { } stamp && Property.CreateDate > stamp)
            return SealFinding.CreatedAfterTimestamp;
        if (Property.CreateDate > Property.ValidEnd)
            return SealFinding.CreatedAfterEnd;
        return usedAt is { } use && Property.CreateDate - use > trust.Policy.ClockSkewMax ? SealFinding.CreatedAfterUse : null;
    }

    private void TellMaker(DateTimeOffset? stampedAt)
    {
        if (CertificateSteps.Read(seal.MakerCertificate) is not { } certificate)
        {
            sheet.Fail(Maker.Chain, Maker.Malformed);
            LeaveUnreached(SealStep.SealAlgorithm, SealStep.SealSignatureValue, Maker.KeyUsage, Maker.Validity, Maker.Revocation);
            return;
        }

        TellSignature(certificate);
        sheet.Tell(Maker.KeyUsage, Maker.KeyUsageFailure(certificate));
        // GM/T 0031-2025 judges the maker as of the making; before, its certificate must be valid when the seal is used.
        var instant = seal.Version == SealVersion.V5 ? stampedAt ?? Property.CreateDate : usedAt;
        if (instant is { } at)
            TellTrust(certificate, at);
        else
            LeaveUnreached(Maker.Chain, Maker.Validity, Maker.Revocation);
    }

    private void TellSignature(PkiCertificate certificate)
    {
        var algorithm = SignatureAlgorithm.Find(seal.SignatureAlgorithm);
        var failure = algorithm is null ? SealFinding.SealAlgorithmUnknown : algorithm.Kind != certificate.PublicKey.Kind ? SealFinding.SealAlgorithmUnfit : (SealFinding?)null;
        sheet.Tell(SealStep.SealAlgorithm, failure);
        if (failure is not null)
            LeaveUnreached(SealStep.SealSignatureValue);
        else
            sheet.Tell(
                SealStep.SealSignatureValue,
                certificate.PublicKey.Verify(algorithm!, seal.SignedBytes.Span, seal.SignatureValue.Span) ? null : SealFinding.SealSignatureWrong);
    }

    private void TellTrust(PkiCertificate certificate, DateTimeOffset instant)
    {
        var judgement = Maker.Ask(trust, certificate, instant, []);
        sheet.Tell(Maker.Chain, judgement.IsTrusted ? null : Maker.NotTrusted);
        if (Maker.ValidityFailure(certificate, instant) is { } invalid)
            sheet.Fail(Maker.Validity, invalid);
        else
            sheet.Pass(Maker.Validity, certificate.IsValidAt(trust.Now) ? SealFinding.InOrder : SealFinding.ExpiredSince);
        TellRevocation(judgement, instant);
    }

    private void TellRevocation(CertificateJudgement judgement, DateTimeOffset instant)
    {
        switch (judgement.Revocation)
        {
            case CertificateRevocation.NotRevoked:
                sheet.Pass(Maker.Revocation);
                break;
            case CertificateRevocation.Revoked when judgement.RevokedAt is { } since && since > instant:
                sheet.Pass(Maker.Revocation, SealFinding.RevokedSince);
                break;
            case CertificateRevocation.Unknown when !judgement.IsTrusted:
                LeaveUnreached(Maker.Revocation);
                break;
            case CertificateRevocation.Unknown when trust.Policy.AcceptsUnknownRevocation:
                sheet.Pass(Maker.Revocation, SealFinding.RevocationUnknownAccepted);
                break;
            default:
                sheet.Fail(Maker.Revocation, judgement.Revocation == CertificateRevocation.Revoked ? Maker.Revoked : Maker.RevocationUnknown);
                break;
        }
    }

    private void TellPeriod()
    {
        if (usedAt is not { } instant)
            LeaveUnreached(SealStep.SealPeriod);
        else
            sheet.Tell(SealStep.SealPeriod, Property.IsValidAt(instant) ? null : instant < Property.ValidStart ? SealFinding.SealNotYetValid : SealFinding.SealExpired);
    }

    private void TellStatus()
    {
        if (trust.Register is null)
            sheet.Leave(SealStep.SealStatus, SealFinding.NotAsked);
        else if (usedAt is not { } instant)
            LeaveUnreached(SealStep.SealStatus);
        else
            sheet.Tell(SealStep.SealStatus, trust.Register.StateAt(seal, instant) switch
            {
                SealState.InUse => null,
                SealState.Revoked => SealFinding.SealRevoked,
                _ => SealFinding.SealStatusUnknown,
            });
    }

    private void LeaveUnreached(params ReadOnlySpan<SealStep> steps)
    {
        foreach (var step in steps)
            sheet.Leave(step, SealFinding.NotReached);
    }
}
