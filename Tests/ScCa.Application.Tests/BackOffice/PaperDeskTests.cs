using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Tests.Hall;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class PaperDeskTests
{
    private static readonly byte[] Paper = [.. "%PDF-1.7 the paper"u8];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A3"), Trait("rule", "A7")]
    public async Task A3_What_lies_on_the_counter_is_scanned_received_and_looked_at()
    {
        await using var system = Create();
        var (certificate, material) = await PaperUploadsTests.Awaiting(system);
        var desk = system.Get<PaperDesk>();

        var scan = Value(await desk.Scan(certificate, material, Paper, TestStaff.Clerk, Cancellation));
        Value(await system.Get<WindowDesk>().ReceiveMaterial("receive-1", certificate, 1, material, scan.Digest, TestStaff.Clerk, Cancellation));

        Assert.Equal(scan.Digest, Assert.Single(((KnownCertificate)await system.State(certificate)).Open!.Materials).Digest.Value);
        var opened = Value(await desk.Open(certificate, scan.Digest, Reviewer, Cancellation));
        Assert.Equal(Paper, opened.Content.ToArray());
        Assert.Equal("application/pdf", opened.MediaType);
    }

    [Fact, Trait("rule", "A1"), Trait("rule", "A7")]
    public async Task A7_A_paper_is_found_after_the_handler_has_changed_and_so_is_one_of_the_new_handler()
    {
        await using var system = Create();
        var (certificate, material) = await PaperUploadsTests.Awaiting(system);
        Value(await system.Get<PaperUploads>().Provide("give-1", certificate, 1, material, Phone, Paper, Cancellation));
        var former = Assert.Single(((KnownCertificate)await system.State(certificate)).Open!.Materials).Digest.Value;
        Value(await system.Get<WindowDesk>().ChangeHandler("change-1", certificate, "李四", "13900000002", TestStaff.Clerk, Cancellation));
        var desk = system.Get<PaperDesk>();

        byte[] another = [.. "%PDF-1.7 of the new handler"u8];
        var scan = Value(await desk.Scan(certificate, material, another, TestStaff.Clerk, Cancellation));

        Assert.Equal(Paper, Value(await desk.Open(certificate, former, Reviewer, Cancellation)).Content.ToArray());
        Assert.Equal(another, Value(await desk.Open(certificate, scan.Digest, Reviewer, Cancellation)).Content.ToArray());
    }

    [Fact, Trait("rule", "I22"), Trait("rule", "I23"), Trait("rule", "A3")]
    public async Task I23_What_is_no_paper_is_not_scanned_and_what_was_never_given_is_not_opened()
    {
        await using var system = Create();
        var (certificate, material) = await PaperUploadsTests.Awaiting(system);
        var other = await system.Applied("apply-2", "乙公司", phone: "13900000003");
        var desk = system.Get<PaperDesk>();
        var scan = Value(await desk.Scan(certificate, material, Paper, TestStaff.Clerk, Cancellation));

        RefusedWith("I22", "PaperNotTaken", await desk.Scan(certificate, material, "no paper"u8.ToArray(), TestStaff.Clerk, Cancellation));
        RefusedWith("A3", "CertificateUnknown", await desk.Scan("c-none", material, Paper, TestStaff.Clerk, Cancellation));
        RefusedWith("I6", "IdMalformed", await desk.Scan("不是编号", material, Paper, TestStaff.Clerk, Cancellation));
        RefusedWith("I23", "PaperNotThere", await desk.Open(certificate, DigestOf("never given").Value, Reviewer, Cancellation));
        RefusedWith("I23", "PaperNotThere", await desk.Open("c-none", scan.Digest, Reviewer, Cancellation));
        // Whoever may open papers opens them through the certificate that they belong to.
        RefusedWith("I23", "PaperNotThere", await desk.Open(other, scan.Digest, Reviewer, Cancellation));
        RefusedWith("I5", "ChoiceUnknown", await desk.Open(certificate, "no digest", Reviewer, Cancellation));
        RefusedWith("I6", "IdMalformed", await desk.Open("不是编号", scan.Digest, Reviewer, Cancellation));
    }

    [Fact, Trait("rule", "F2")]
    public async Task F2_Who_only_looks_after_the_business_opens_no_paper()
    {
        await using var system = Create();
        var (certificate, material) = await PaperUploadsTests.Awaiting(system);
        var desk = system.Get<PaperDesk>();
        var scan = Value(await desk.Scan(certificate, material, Paper, TestStaff.Clerk, Cancellation));

        foreach (var staff in new[] { TestStaff.Auditor, Accountant, Dispatcher, TestStaff.Operator, "nobody" })
        {
            RefusedWith("F2", "NotPermitted", await desk.Open(certificate, scan.Digest, staff, Cancellation));
            RefusedWith("F2", "NotPermitted", await desk.Scan(certificate, material, Paper, staff, Cancellation));
        }
    }
}
