using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Issuance.Tests;

public sealed class KeyRequestTests : IDisposable
{
    private readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public async Task A_request_whose_signature_was_made_by_another_key_is_refused()
    {
        // The body of one request under the signature of another.
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (body, foreign) = (Parts(workshop.Request()), Parts(Workshop.Request(other)));
        var forged = new AsnWriter(AsnEncodingRules.DER);
        using (forged.PushSequence())
        {
            forged.WriteEncodedValue(body[0].Span);
            forged.WriteEncodedValue(foreign[1].Span);
            forged.WriteEncodedValue(foreign[2].Span);
        }

        await Refused("RequestNotProven", forged.Encode());
    }

    [Fact]
    public async Task A_request_cut_short_anywhere_is_refused()
    {
        var request = workshop.Request();
        for (var length = 0; length < request.Length; length++)
            await Refused("RequestNotProven", request[..length]);
        await Refused("RequestNotProven", [.. request, 0]);
    }

    [Fact]
    public async Task A_request_with_any_bit_flipped_is_refused_and_nothing_else_happens()
    {
        var request = workshop.Request();
        for (var bit = 0; bit < request.Length * 8; bit++)
        {
            var flipped = request.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await workshop.Prepare(request: flipped));
            Assert.False(workshop.Authority.HasSameKey(Domain.Certificates.Der.From(workshop.Ca.RawData), flipped));
        }

        Assert.Equal(0, workshop.Key.Signatures);
    }

    [Fact]
    public async Task Noise_is_refused()
    {
        var random = new Random(20260105);
        for (var i = 0; i < 500; i++)
        {
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            if (noise.Length > 1 && i % 2 == 0)
                noise[0] = 0x30;
            await Refused("RequestNotProven", noise);
        }

        await Refused("RequestTooLong", new byte[16 * 1024 + 1]);
    }

    [Fact]
    public async Task A_key_of_another_kind_or_curve_is_refused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);

        await Refused("KeyNotAccepted", Workshop.Request(p384));
        await Refused("KeyNotAccepted", new CertificateRequest("CN=x", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest());
    }

    [Fact]
    public async Task A_repeated_pull_is_known_by_its_key()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issued = await workshop.Issue();

        Assert.True(workshop.Authority.HasSameKey(issued, workshop.Request()));
        Assert.False(workshop.Authority.HasSameKey(issued, Workshop.Request(other)));
        Assert.False(workshop.Authority.HasSameKey(issued, new byte[] { 1, 2, 3 }));
        Assert.False(workshop.Authority.HasSameKey(Domain.Certificates.Der.From([1, 2, 3]), workshop.Request()));
    }

    private static List<ReadOnlyMemory<byte>> Parts(byte[] request)
    {
        var fields = new AsnReader(request, AsnEncodingRules.DER).ReadSequence();
        return [fields.ReadEncodedValue(), fields.ReadEncodedValue(), fields.ReadEncodedValue()];
    }

    private async Task Refused(string id, byte[] request)
    {
        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await workshop.Prepare(request: request));
        var finding = Assert.Single(refusal.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Matches(@"[\u4e00-\u9fff]", finding.ZhCn);
        Assert.Equal(0, workshop.Key.Signatures);
    }
}
