using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Messages;
using ScCa.Pki.Names;

namespace ScCa.Pki.Timestamps;

/// <summary>
/// A timestamp authority's core, RFC 3161 §2: a request in, a response out. It gives no time that its clocks do not agree on.
/// <b>Concurrency</b>: safe from any thread, as signer and clocks are.
/// </summary>
public sealed class TimestampAuthority
{
    // RFC 3161 §2.4.2 allows 160 bits. 126 random ones do not come twice, and tell nothing about how many there were.
    private const int SerialOctets = 16;

    private readonly TimestampAuthorityOptions options;
    private readonly ISigner signer;
    private readonly PkiCertificate certificate;
    private readonly IReadOnlyList<PkiCertificate> path;
    private readonly IReadOnlyList<IClockSource> clocks;

    /// <param name="path">Certificates above the authority's own, for tokens that are to hold certificates.</param>
    /// <exception cref="ArgumentException">The certificate is not the signer's, or not one for timestamps.</exception>
    public TimestampAuthority(
        TimestampAuthorityOptions options, ISigner signer, PkiCertificate certificate, IReadOnlyList<PkiCertificate> path, IReadOnlyList<IClockSource> clocks)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(certificate);
        if (!signer.PublicKey.Equals(certificate.PublicKey) || !TimestampPurpose.IsOf(certificate))
            throw new ArgumentException("The certificate is not the signer's, or not one for timestamps alone.", nameof(certificate));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClocksMin, 1, nameof(options));
        (this.options, this.signer, this.certificate, this.path, this.clocks) = (options, signer, certificate, path, clocks);
    }

    /// <summary>Answers whatever comes; bytes that are no request are rejected as such.</summary>
    public TimestampResponse Answer(ReadOnlyMemory<byte> request)
    {
        try
        {
            return Answer(TimestampRequest.From(request));
        }
        catch (PkiRefusedException refused)
        {
            return TimestampResponse.Rejecting(TimestampFailures.BadDataFormat, refused.ZhCn, refused.En);
        }
    }

    public TimestampResponse Answer(TimestampRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ObjectionTo(request) ?? Stamp(request);
    }

    // Order is precedence: the first arm that matches is the answer given.
    private TimestampResponse? ObjectionTo(TimestampRequest request) => request switch
    {
        { Imprint.Algorithm: var digest } when digest is null || !options.Digests.Contains(digest) => TimestampRejections.BadAlgorithm,
        { Imprint: { Algorithm: { } digest } imprint } when imprint.Digest.Length != digest.SizeInBytes => TimestampRejections.BadDataFormat,
        { Policy: { } policy } when policy != options.Policy && !options.MorePolicies.Contains(policy) => TimestampRejections.UnacceptedPolicy,
        { Extensions.Count: > 0 } => TimestampRejections.UnacceptedExtension,
        _ => null,
    };

    private TimestampResponse Stamp(TimestampRequest request)
    {
        IReadOnlyList<ClockReading> readings = [.. clocks.Select(clock => clock.Read()).OfType<ClockReading>()];
        if (ClockAgreement.Of(readings, options) is not { } time)
            return TimestampRejections.TimeNotAvailable;
        // A timestamp outside of its certificate's validity verifies nowhere.
        return certificate.IsValidAt(time.Instant)
            ? new(TimestampStatus.Granted, [], TimestampFailures.None, Sign(request, time))
            : TimestampRejections.SystemFailure;
    }

    private byte[] Sign(TimestampRequest request, ClockReading time)
    {
        var info = new TimestampInfo(
            request.Policy ?? options.Policy, request.Imprint, NewSerial(), time.Instant, time.Accuracy, IsOrdered: false, request.Nonce,
            GeneralName.DirectoryName(certificate.Subject), []);
        var by = new MessageSigner(signer, certificate)
        {
            SigningTime = time.Instant,
            MoreAttributes = [SigningCertificate.Of(certificate, signer.Algorithm.Digest)],
        };
        return new SignedDataContent(options.Profile, info.Encode(), [by])
        {
            ContentType = Oids.TimestampInfo,
            Certificates = request.IsCertificateWanted ? [certificate, .. path] : [],
        }.Sign();
    }

    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialOctets);
        // Positive, and always of the same length.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
