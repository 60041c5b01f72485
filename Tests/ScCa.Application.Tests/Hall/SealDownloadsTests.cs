using NodaTime;
using ScCa.Application.Hall;
using ScCa.Domain.Certificates;
using ScCa.Seals.Structures;
using Xunit;

namespace ScCa.Application.Tests.Hall;

public sealed class SealDownloadsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seal_is_downloaded_as_it_was_signed_by_whoever_handles_the_certificate_and_by_nobody_else()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();
        var downloads = system.Get<SealDownloads>();
        await system.Sealed(certificate, 2);
        await system.Work();

        Assert.Equal([1], await downloads.MadeOf(certificate, [1, 2], Cancellation));
        var file = await downloads.Open(certificate, TestSystem.Phone, 1, Cancellation);
        Assert.Equal($"{certificate}-1.esl", file!.FileName);
        var seal = ElectronicSeal.Read(file.Bytes);
        Assert.Equal(TestSystem.HolderName, seal.Content.Property.Name);
        var standing = Assert.Single(((HeldCertificate)await system.State(certificate)).Seals);
        Assert.Equal(standing.NotAfter, Instant.FromDateTimeOffset(seal.Content.Property.ValidEnd).InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date);

        Assert.Null(await downloads.Open(certificate, "13999999999", 1, Cancellation));
        Assert.Null(await downloads.Open(certificate, "no phone", 1, Cancellation));
        Assert.Null(await downloads.Open(certificate, TestSystem.Phone, 2, Cancellation));
        Assert.Null(await downloads.Open(certificate, TestSystem.Phone, 0, Cancellation));
        Assert.Null(await downloads.Open("c-nobody", TestSystem.Phone, 1, Cancellation));
    }
}
