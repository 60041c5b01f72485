using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Hall;

public sealed class PaperUploadsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[]> Papers => new()
    {
        { "application/pdf", [.. "%PDF-1.7 a paper"u8] },
        { "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 1] },
        { "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1] },
    };

    public static TheoryData<string, byte[]> NoPapers => new()
    {
        { "nothing", [] },
        { "no version behind it", [.. "%PDF"u8] },
        { "something before it", [.. " %PDF-1.7"u8] },
        { "a drawing with a script", [.. "<svg onload='x'>"u8] },
        { "a program", [.. "MZ\u0090"u8] },
        { "two thirds of a picture's beginning", [0xFF, 0xD8] },
        { "a picture's beginning without its end", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A] },
    };

    [Theory, MemberData(nameof(Papers)), Trait("rule", "A3"), Trait("rule", "A7")]
    public async Task A3_A_paper_is_handed_in_and_looked_at_as_what_it_is(string mediaType, byte[] paper)
    {
        await using var system = Create();
        var (certificate, material) = await Awaiting(system);

        Value(await system.Get<PaperUploads>().Provide("give-1", certificate, 1, material, TestSystem.Phone, paper, Cancellation));

        var given = Assert.Single(((KnownCertificate)await system.State(certificate)).Open!.Materials);
        Assert.Equal(material, given.Id.Value);
        var opened = Value(await system.Get<PaperDesk>().Open(certificate, given.Digest.Value, Reviewer, Cancellation));
        Assert.Equal(mediaType, opened.MediaType);
        Assert.Equal(paper, opened.Content.ToArray());
    }

    [Fact, Trait("rule", "I22")]
    public async Task I22_What_is_larger_than_a_paper_may_be_is_not_taken()
    {
        await using var system = Create();
        var paper = new byte[Materials.BytesMax + 1];
        "%PDF-1.7"u8.CopyTo(paper);

        RefusedWith("I22", "PaperNotTaken", await system.Get<PaperUploads>().Keep(TestSystem.Phone, paper, Cancellation));
        Value(await system.Get<PaperUploads>().Keep(TestSystem.Phone, paper.AsMemory(0, Materials.BytesMax), Cancellation));
    }

    [Theory, MemberData(nameof(NoPapers)), Trait("rule", "I22")]
    public async Task I22_What_is_no_picture_or_document_is_not_taken_and_leaves_nothing(string what, byte[] content)
    {
        Assert.NotEmpty(what);
        await using var system = Create();
        var (certificate, material) = await Awaiting(system);

        RefusedWith("I22", "PaperNotTaken", await system.Get<PaperUploads>().Provide("give-1", certificate, 1, material, TestSystem.Phone, content, Cancellation));
        RefusedWith("I22", "PaperNotTaken", await system.Get<PaperUploads>().Keep(TestSystem.Phone, content, Cancellation));

        Assert.Empty(((KnownCertificate)await system.State(certificate)).Open!.Materials);
    }

    [Fact, Trait("rule", "A1"), Trait("rule", "A3")]
    public async Task A1_A_paper_is_refused_under_another_phone_for_another_material_and_where_nothing_is_open()
    {
        await using var system = Create();
        var (certificate, material) = await Awaiting(system);
        var uploads = system.Get<PaperUploads>();
        byte[] paper = [.. "%PDF-1.7"u8];

        RefusedWith("A1", "ApplicationUnderAnotherPhone", await uploads.Provide("give-1", certificate, 1, material, "13900000001", paper, Cancellation));
        RefusedWith("A3", "MaterialNotNeeded", await uploads.Provide("give-2", certificate, 1, "another-paper", TestSystem.Phone, paper, Cancellation));
        RefusedWith("A3", "CertificateUnknown", await uploads.Provide("give-3", "c-none", 1, material, TestSystem.Phone, paper, Cancellation));
        RefusedWith("I5", "ChoiceUnknown", await uploads.Provide("give-4", certificate, 1, "不是资料", TestSystem.Phone, paper, Cancellation));
        RefusedWith("I1", "PhoneMalformed", await uploads.Provide("give-5", certificate, 1, material, "12", paper, Cancellation));
        RefusedWith("I6", "IdMalformed", await uploads.Provide("give-6", "不是编号", 1, material, TestSystem.Phone, paper, Cancellation));
        RefusedWith("I1", "PhoneMalformed", await uploads.Keep("", paper, Cancellation));
        Assert.Empty(((KnownCertificate)await system.State(certificate)).Open!.Materials);
    }

    [Fact, Trait("rule", "I13")]
    public async Task A_paper_that_is_sent_twice_is_handed_in_once()
    {
        await using var system = Create();
        var (certificate, material) = await Awaiting(system);
        byte[] paper = [.. "%PDF-1.7"u8];

        var first = Value(await system.Get<PaperUploads>().Provide("give-1", certificate, 1, material, TestSystem.Phone, paper, Cancellation));
        var again = Value(await system.Get<PaperUploads>().Provide("give-1", certificate, 1, material, TestSystem.Phone, paper, Cancellation));

        Assert.Equal(first, again);
        Assert.Single(await system.EventNames(certificate), name => name == "MaterialProvided");
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_Nothing_more_is_taken_in_of_whoever_asked_for_his_erasure()
    {
        await using var system = Create();
        var subject = system.Get<PersonalData>().SubjectOf(Number(TestSystem.Phone));
        await system.Do(new RequestErasure(new CommandId("erase-1"), subject, new StaffId("admin"), "本人申请", system.Clock.GetCurrentInstant()));

        RefusedWith("A10", "ProcessingStopped", await system.Get<PaperUploads>().Keep(TestSystem.Phone, "%PDF-1.7"u8.ToArray(), Cancellation));
    }

    internal static async Task<(string Certificate, string Material)> Awaiting(TestSystem system)
    {
        var certificate = await system.Applied();
        Value(await system.Review.Approve("approve-1", certificate, 1, null, Reviewer, Cancellation));
        return (certificate, ((KnownCertificate)await system.State(certificate)).Open!.MaterialsToGive.First().Value);
    }

    private static ScCa.Application.Privacy.Phone Number(string digits)
    {
        Assert.True(ScCa.Application.Privacy.Phone.TryParse(digits, out var phone));
        return phone;
    }
}
