using System.Collections.Immutable;
using NodaTime;
using ScCa.Pki.Paths;
using ScCa.Seals;
using ScCa.Seals.Documents;
using ScCa.Seals.Making;
using ScCa.Seals.Ofd;
using ScCa.Seals.Pdf;
using ScCa.Seals.Sealing;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Composition.Authority;

/// <summary>Makes seals and puts them on documents, from files into files.</summary>
public static class SealOperations
{
    private const string Vendor = "SCCA";

    private static readonly Dictionary<string, SealVersion> VersionsByName = new(StringComparer.Ordinal) { ["v4"] = SealVersion.V4, ["v5"] = SealVersion.V5 };

    /// <summary>The generations that are made.</summary>
    public static IReadOnlyCollection<string> Versions => VersionsByName.Keys;

    /// <exception cref="OperationRefusedException">A file, the order or the maker's certificate must not be used so.</exception>
    public static SealShown Make(SealMakingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        GivenFile.RefuseWhereThere(order.OutputFile);
        var now = GivenFile.At(order.Trust.At, SystemClock.Instance);
        var holder = GivenFile.Certificates(order.HolderFile)[0];
        var judge = JudgeOf(order.Trust);
        using var maker = GivenSigner.Open(order.Maker);
        var seal = Refusing.Told(() => new SealMaker(maker, maker.Certificate, Vendor, judge).Make(
            new SealOrder(
                order.Name, SealDrawings.PictureOf(order.Name, order.IsPersonal, order.PictureFile), [holder], holder.NotBefore > now ? holder.NotBefore : now,
                order.ValidUntil is null ? holder.NotAfter : GivenFile.At(order.ValidUntil, SystemClock.Instance))
            {
                Version = VersionsByName[order.Version],
                Type = order.IsPersonal ? SealOrder.PersonalSeal : SealOrder.UnitSeal,
            },
            now));
        GivenFile.Write(order.OutputFile, seal.Encoded.Span);
        return SealShown.Of(seal);
    }

    /// <exception cref="OperationRefusedException">The file cannot be read, or holds no seal.</exception>
    public static SealShown Show(string file)
    {
        var bytes = GivenFile.Read(file);
        return Refusing.Told(() => SealShown.Of(ElectronicSeal.Read(bytes)), file);
    }

    /// <summary>Puts a seal on a document; earlier signatures stay as they are.</summary>
    /// <exception cref="OperationRefusedException">A file, the place, the seal or the certificate must not be used so.</exception>
    public static SealedDocument Sign(SealUsingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        GivenFile.RefuseWhereThere(order.OutputFile);
        var document = GivenFile.Read(order.DocumentFile);
        var kind = DocumentKinds.Of(document);
        if (kind is not (DocumentKind.Ofd or DocumentKind.Pdf))
            throw OperationRefusals.NotSealable(order.DocumentFile);
        var sealFile = GivenFile.Read(order.SealFile);
        var seal = Refusing.Told(() => ElectronicSeal.Read(sealFile), order.SealFile);
        var now = GivenFile.At(order.Trust.At, SystemClock.Instance);
        var trust = SealVerifications.TrustOf(order.Trust, now);
        using var holder = GivenSigner.Open(order.Holder);
        var signed = Refusing.Told(
            () =>
            {
                var pending = kind == DocumentKind.Ofd ? OnOfd(document, order, seal, holder, now, trust) : OnPdf(document, order, seal, holder, now, trust);
                return pending.Finish(Stamped(pending.Signature.Complete(holder.Sign(pending.Signature.ToBeSigned.Span)), order.TimestampAuthority));
            },
            order.DocumentFile);
        GivenFile.Write(order.OutputFile, signed);
        return new(
            kind.ToString().ToLowerInvariant(), Path.GetFullPath(order.OutputFile),
            kind == DocumentKind.Ofd ? OfdPackage.Read(signed).Signatures.Length : PdfDocument.Read(signed).Signatures.Length);
    }

    private static PendingSealedDocument OnOfd(
        byte[] document, SealUsingOrder order, ElectronicSeal seal, GivenSigner holder, DateTimeOffset now, SealTrust trust)
    {
        ImmutableArray<StampPlacement> stamps = order.Place is { } place ? [PlacementOf(seal, place)] : [];
        return SealedOfd.Begin(OfdPackage.Read(document), new OfdSealing(seal, holder.Certificate, now, Provider()) { Stamps = stamps }, trust);
    }

    private static PendingSealedDocument OnPdf(
        byte[] document, SealUsingOrder order, ElectronicSeal seal, GivenSigner holder, DateTimeOffset now, SealTrust trust)
    {
        var sealing = new PdfSealing(seal, holder.Certificate, now);
        if (order.Place is { } place)
            sealing = sealing with { Placement = PlacementOf(seal, place), Look = SealDrawings.LookOf(seal, order.PictureFile) };
        return SealedPdf.Begin(PdfDocument.Read(document), sealing, trust);
    }

    private static SealSignature Stamped(SealSignature signature, string? authority) =>
        authority is null ? signature : signature.WithTimestamp(TimestampOverHttp.Ask(authority, SignatureStamping.RequestFor(signature)));

    private static StampPlacement PlacementOf(ElectronicSeal seal, SealPlace place) => seal.Content.Picture.PlacedAt(place.Page - 1, place.Left, place.Top);

    private static OfdProvider Provider() => new("ScCa", typeof(SealOperations).Assembly.GetName().Version!.ToString(3), "ScCa.Core");

    // As the authority's own office does: what a ceremony issued it need not ask others about, unless they are asked.
    private static PathJudge JudgeOf(GivenTrust trust) => new(trust.Inputs()) { Demand = trust.HasEvidence ? RevocationDemand.SoftFail : RevocationDemand.None };
}
