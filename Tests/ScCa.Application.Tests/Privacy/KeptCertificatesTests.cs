using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Privacy;

public sealed class KeptCertificatesTests
{
    private static readonly Der Certificate = Der.From([0x30, 0x03, 0x02, 0x01, 0x05]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A10")]
    public async Task A_units_certificate_stays_in_clear()
    {
        await using var system = Create();
        var holder = new UnitHolder(Unit(system), new RoleId("supplier"));

        var kept = await system.Get<KeptCertificates>().Keep(holder, Certificate, Cancellation);

        Assert.Equal((Certificate, (SealedText?)null), (kept.Clear, kept.Sealed));
        Assert.Equal(
            new CertificateSubject(HolderKind.Unit, HolderName, HolderName, holder.Unit.CreditCode, TestSystem.CreditCode),
            await system.Get<KeptCertificates>().SubjectOf(holder, Cancellation));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A_persons_certificate_is_sealed_opens_for_him_alone_and_is_gone_with_his_key()
    {
        await using var system = Create();
        var (mine, another) = (await Expert(system, TestLives.ExpertNumber), await Expert(system, "440524188001010014"));
        var keeper = system.Get<KeptCertificates>();

        var kept = await keeper.Keep(mine, Certificate, Cancellation);

        Assert.Null(kept.Clear);
        Assert.Equal(Certificate, await keeper.Open(mine, kept, Cancellation));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(async () => await keeper.Open(another, kept, Cancellation));
        Assert.Equal(
            new CertificateSubject(HolderKind.Expert, TestLives.ExpertName, null, null, mine.Person.Subject.Value), await keeper.SubjectOf(mine, Cancellation));

        await system.Get<ISubjectKeys>().Destroy(mine.Person.Subject.Value, Cancellation);

        Assert.Null(await keeper.Open(mine, kept, Cancellation));
        Assert.Null(await keeper.SubjectOf(mine, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task A_name_that_may_be_a_persons_is_hidden_until_it_is_opened_and_again_once_it_is_erased()
    {
        await using var system = Create();
        var holder = await Expert(system, TestLives.ExpertNumber);
        var name = ShownName.Of(holder);
        Assert.Equal(ShownName.Hidden, name.Text);
        Assert.Equal(TestLives.ExpertName, (await system.Get<ShownNames>().Open(name, Cancellation)).Text);

        await system.Get<ISubjectKeys>().Destroy(holder.Person.Subject.Value, Cancellation);

        Assert.Equal(ShownName.Hidden, (await system.Get<ShownNames>().Open(name, Cancellation)).Text);
        Assert.Equal(HolderName, ShownName.Of(new UnitHolder(Unit(system), new RoleId("supplier"))).Text);
    }

    private static UnitName Unit(TestSystem system) =>
        new(CertificateName.Parse(HolderName), system.Get<PersonalData>().IndexOfName(HolderName), Domain.Certificates.CreditCode.Parse(TestSystem.CreditCode));

    private static async Task<ExpertHolder> Expert(TestSystem system, string number)
    {
        var personal = system.Get<PersonalData>();
        var subject = personal.SubjectOfIdNumber(number);
        return new ExpertHolder(
            new Person(
                subject, await personal.Seal(subject, SealedField.HolderName, TestLives.ExpertName, Cancellation), personal.IndexOfName(TestLives.ExpertName),
                await personal.Seal(subject, SealedField.HolderIdNumber, number, Cancellation), personal.IndexOfIdNumber(number)),
            new RoleId("expert"));
    }
}
