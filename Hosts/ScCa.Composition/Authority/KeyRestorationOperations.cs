using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Issuance.KeyManagement;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Requests;
using ScCa.Signing;

namespace ScCa.Composition.Authority;

/// <summary>An encryption key is to be given out again.</summary>
/// <param name="Serial">Of its encryption certificate, as it is shown.</param>
/// <param name="RecipientFile">The certificate or the request (PKCS#10) of the signature key that the envelope is for.</param>
/// <param name="ShareFiles">Of as many custodians as the archive asks for.</param>
/// <param name="Reason">Goes into the archive's own record; no personal data.</param>
/// <param name="OutputFile">Where the envelope is written to.</param>
public sealed record RestorationOrder(
    string DataFolder, string Serial, string RecipientFile, IReadOnlyList<string> ShareFiles, string Reason, string OutputFile);

/// <summary>What was given out.</summary>
/// <param name="EncryptionKey">The name of the key: SHA-256 of its public half.</param>
/// <param name="RecipientKey">The name of the only key that opens the envelope.</param>
/// <param name="IsDemo">The archive is a demonstration's.</param>
public sealed record KeyRestored(string Serial, string EncryptionKey, string RecipientKey, IReadOnlyList<string> Custodians, string File, bool IsDemo);

/// <summary>Gives a holder's encryption key out again, where two people or more bring their shares of the archive's key (GM/T 0014, RestoreKeyReq).</summary>
public static class KeyRestorationOperations
{
    /// <summary>On the archive's own record before the envelope is written. Hosts may go on working.</summary>
    /// <exception cref="OperationRefusedException">No such key or archive, shares that are too few or wrong, or a recipient who has not proven his key.</exception>
    public static async Task<KeyRestored> RestoreKey(RestorationOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        GivenFile.RefuseWhereThere(order.OutputFile);
        var (serial, recipient) = (SerialOf(order.Serial), RecipientOf(order.RecipientFile));
        var data = new DataFolder(new ScCaOptions { DataFolder = order.DataFolder });
        var folder = data.IsDemo ? data.DemoAuthority : data.KeyArchive;
        if (!KeyArchive.IsIn(folder))
            throw OperationRefusals.NoArchiveIn(folder);
        List<CustodianShare> shares = [];
        try
        {
            foreach (var file in order.ShareFiles)
                shares.Add(Refusing.Told(() => CustodianShare.FromFile(file), file));
            using var archive = Refusing.Told(() => KeyArchive.Open(folder));
            var pair = await Refusing.ToldLater(() => archive.Restore(
                new(serial, recipient, shares, order.Reason, SystemClock.Instance.GetCurrentInstant()), cancellation)).ConfigureAwait(false);
            GivenFile.Write(order.OutputFile, pair.EnvelopedKey.Span);
            return new(
                serial.Value, NameOf(pair.PublicKey), NameOf(recipient), [.. shares.Select(share => share.Custodian).Distinct()], Path.GetFullPath(order.OutputFile), data.IsDemo);
        }
        finally
        {
            shares.ForEach(share => share.Dispose());
        }
    }

    private static string NameOf(Sm2PublicKey key) => KeyName.Of(key.ExportSubjectPublicKeyInfo());

    // As it stands in a screen or in openssl's output.
    private static SerialNumber SerialOf(string text)
    {
        try
        {
            return SerialNumber.Parse(text.Replace(":", "", StringComparison.Ordinal).Trim().TrimStart('0').ToUpperInvariant());
        }
        catch (FormatException e)
        {
            throw OperationRefusals.SerialUnreadable(text, e);
        }
    }

    private static Sm2PublicKey RecipientOf(string path)
    {
        var file = GivenFile.Read(path);
        var key = file.AsSpan().IndexOf("CERTIFICATE REQUEST-----"u8) >= 0
            ? ProvenKey(Refusing.Told(() => CertificationRequest.FromFile(file), path), path)
            : Refusing.Told(() => PkiCertificate.FromFile(file), path)[0].PublicKey;
        return key.Sm2 ?? throw OperationRefusals.RecipientNotSm2(path);
    }

    private static PublicKey ProvenKey(CertificationRequest request, string path) => request.IsProven ? request.PublicKey : throw OperationRefusals.RecipientNotProven(path);
}
