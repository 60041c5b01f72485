using ScCa.Application.Hall;
using ScCa.Application.Privacy;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Hall;

public sealed class ApplicationFormsTests
{
    private static readonly Dictionary<string, (string Rule, string Code, Func<OperationForm, OperationForm> Change)> Bad = new(StringComparer.Ordinal)
    {
        ["no command id"] = ("I6", "IdMalformed", f => f with { CommandId = " " }),
        ["no certificate"] = ("I6", "IdMalformed", f => f with { Certificate = "" }),
        ["an operation that there is not"] = ("I5", "ChoiceUnknown", f => f with { Operation = "Borrow" }),
        ["an operation by its number"] = ("I5", "ChoiceUnknown", f => f with { Operation = "1" }),
        ["New, which has a form of its own"] = ("I5", "ChoiceUnknown", f => f with { Operation = "New" }),
        ["no phone"] = ("I1", "PhoneMalformed", f => f with { Phone = "12345" }),
        ["no handler"] = ("I4", "HandlerNameMalformed", f => f with { HandlerName = " " }),
        ["a term of nothing"] = ("I5", "ChoiceUnknown", f => f with { TermYears = 0 }),
        ["a term without end"] = ("I5", "ChoiceUnknown", f => f with { TermYears = int.MaxValue }),
        ["a channel that there is not"] = ("I5", "ChoiceUnknown", f => f with { Channel = "Pigeon" }),
        ["a capacity that there is not"] = ("I5", "ChoiceUnknown", f => f with { HandledBy = "Passer-by" }),
        ["a window whose name is none"] = ("I5", "ChoiceUnknown", f => f with { Window = "a b" }),
        ["a picture that is no digest"] = ("I5", "ChoiceUnknown", f => f with { Operation = "SealApply", SealPictures = ["../../etc/passwd"] }),
        ["a Reissue that does not say what became of the key"] = ("I5", "ChoiceUnknown", f => f with { Operation = "Reissue" }),
        ["a Revoke that does not say why"] = ("I5", "ChoiceUnknown", f => f with { Operation = "Revoke", Wish = "0" }),
        ["a challenge that is not ours"] = ("I10", "ChallengeExpired", f => f with { Challenge = "scca-challenge-1|x|Renew|9|n|m", Signature = new byte[] { 1 } }),
        ["a new name of 65 characters"] = ("I2", "HolderNameMalformed", f => f with { Operation = "Change", HolderName = new string('甲', 65) }),
        ["a new code with a wrong check character"] = ("I3", "CreditCodeMalformed", f => f with { Operation = "Change", CreditCode = "91510100MA61UX2K5B" }),
        ["a person's new name with a control character"] = ("I15", "PersonNameMalformed", f => f with { Operation = "Change", PersonName = "李\u0007" }),
    };

    private static readonly Dictionary<string, (string Rule, string Code, Func<ApplyForm, ApplyForm> Change)> BadNew = new(StringComparer.Ordinal)
    {
        ["no platform"] = ("I5", "ChoiceUnknown", f => f with { Platform = "" }),
        ["no role"] = ("I5", "ChoiceUnknown", f => f with { Role = "a role" }),
        ["a unit without a name"] = ("I2", "HolderNameMalformed", f => f with { HolderName = null }),
        ["a unit without a code"] = ("I3", "CreditCodeMalformed", f => f with { CreditCode = null }),
        ["an expert without a name"] = ("I15", "PersonNameMalformed", f => f with { Role = "expert", IdNumber = TestLives.ExpertNumber }),
        ["an expert whose number has a wrong check character"] =
            ("I16", "IdNumberMalformed", f => f with { Role = "expert", PersonName = TestLives.ExpertName, IdNumber = "110105194912310021" }),
        ["an expert without a number"] = ("I16", "IdNumberMalformed", f => f with { Role = "expert", PersonName = TestLives.ExpertName }),
        ["an address too short to find"] = ("I12", "PostalAddressMalformed", f => f with { PostalAddress = "成都" }),
        ["a picture that is no digest"] = ("I5", "ChoiceUnknown", f => f with { SealPictures = ["picture"] }),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> BadForms => [.. Bad.Keys];

    public static TheoryData<string> BadNewForms => [.. BadNew.Keys];

    [Fact, Trait("rule", "A5")]
    public async Task Each_operation_has_its_form_which_asks_for_its_own_command()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        Dictionary<Operation, Type> commands = new()
        {
            [Operation.Renew] = typeof(RenewCertificate),
            [Operation.Change] = typeof(ChangeCertificate),
            [Operation.Reissue] = typeof(ReissueCertificate),
            [Operation.Revoke] = typeof(RevokeCertificate),
            [Operation.Unlock] = typeof(UnlockCertificate),
            [Operation.SealApply] = typeof(ApplyForSeals),
            [Operation.SealUpgrade] = typeof(UpgradeSeals),
            [Operation.SealRenew] = typeof(RenewSeals),
            [Operation.EContractEnable] = typeof(EnableEContract),
        };
        Assert.Equal(Enum.GetValues<Operation>().Except([Operation.New]), commands.Keys);

        foreach (var (operation, command) in commands)
        {
            var signed = await system.Demo.SignFor(certificate, operation.ToString(), Cancellation);
            var form = Form(certificate) with
            {
                Operation = operation.ToString(), Loss = "Damaged", Wish = "KeyLost", HolderName = TestLives.NewName, SealPictures = [DigestOf("picture").Value],
                Challenge = signed.Challenge, Signature = signed.Signature,
            };

            var read = Value(await system.Get<ApplicationForms>().Operation(form, null, Cancellation));

            Assert.IsType(command, read);
            Assert.Equal((await system.Held(certificate)).Current.Serial, read.Proof?.Serial);
            Assert.Null(read.Applying.ReceivedBy);
        }
    }

    [Theory, MemberData(nameof(BadForms))]
    [Trait("rule", "I5")]
    public async Task A_form_that_cannot_be_read_is_refused_and_writes_nothing(string what)
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var before = await system.Events.LastPosition(Cancellation);
        var (rule, code, change) = Bad[what];
        // Only a person has a name of his own to change.
        if (code == "PersonNameMalformed")
            certificate = await system.IssuedToExpert();

        RefusedWith(rule, code, await system.Hall.Operate(change(Form(certificate)), Cancellation));

        if (code != "PersonNameMalformed")
            Assert.Equal(before, await system.Events.LastPosition(Cancellation));
    }

    [Theory, MemberData(nameof(BadNewForms))]
    [Trait("rule", "I16")]
    public async Task A_New_that_cannot_be_read_is_refused_and_writes_nothing(string what)
    {
        await using var system = Create();
        var (rule, code, change) = BadNew[what];

        RefusedWith(rule, code, await system.Hall.Apply(change(TestSystem.Application()), Cancellation));

        Assert.Equal(0, await system.Events.LastPosition(Cancellation));
    }

    [Fact, Trait("rule", "A3")]
    public async Task A_change_of_a_certificate_that_there_is_not_is_refused()
    {
        await using var system = Create();

        RefusedWith("A3", "CertificateUnknown", await system.Hall.Operate(Form("c-none") with { Operation = "Change", HolderName = TestLives.NewName }, Cancellation));
    }

    [Fact, Trait("rule", "A6")]
    public async Task A_challenge_that_was_signed_for_one_operation_opens_no_other()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var signed = await system.Demo.SignFor(certificate, "SealRenew", Cancellation);

        RefusedWith(
            "I10", "ChallengeExpired",
            await system.Hall.Operate(Form(certificate) with { Operation = "Unlock", Challenge = signed.Challenge, Signature = signed.Signature }, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task An_experts_name_and_number_are_sealed_in_the_command_and_found_by_their_indexes()
    {
        await using var system = Create();
        var personal = system.Get<PersonalData>();

        var read = Value(await system.Get<ApplicationForms>().New(TestLives.ExpertApplication(), null, Cancellation));

        var holder = Assert.IsType<ExpertHolder>(read.Holder);
        Assert.Equal((personal.IndexOfName(TestLives.ExpertName), personal.IndexOfIdNumber(TestLives.ExpertNumber)), (holder.Payer, holder.Person.IdNumberIndex));
        Assert.Equal(TestLives.ExpertName, await personal.Open(holder.Person.Subject, SealedField.HolderName, holder.Person.Name, Cancellation));
        Assert.Equal(TestLives.ExpertNumber, await personal.Open(holder.Person.Subject, SealedField.HolderIdNumber, holder.Person.IdNumber, Cancellation));
        Assert.DoesNotContain(TestLives.ExpertName, Testing.Describe.Value(read), StringComparison.Ordinal);
        Assert.Null(holder.Unit);
    }

    [Fact, Trait("rule", "P1")]
    public async Task An_individual_brings_his_unit_which_pays_for_him()
    {
        await using var system = Create();
        var form = TestLives.ExpertApplication() with { Platform = "rural-property", Role = "individual", HolderName = HolderName, CreditCode = TestSystem.CreditCode };

        var holder = Assert.IsType<IndividualHolder>(Value(await system.Get<ApplicationForms>().New(form, null, Cancellation)).Holder);
        Assert.Equal(system.Get<PersonalData>().IndexOfName(HolderName), holder.Payer);

        var alone = Value(await system.Get<ApplicationForms>().New(form with { HolderName = null, CreditCode = null }, null, Cancellation));
        Assert.Null(alone.Holder.Unit);
        RefusedWith("A5", "UnitOfHolderMissing", await system.Hall.Apply(form with { HolderName = null, CreditCode = null, SealPictures = [DigestOf("p").Value] }, Cancellation));
    }

    [Fact, Trait("rule", "I13")]
    public async Task A_New_sent_twice_is_one_application_and_sent_again_for_another_person_is_refused()
    {
        await using var system = Create();
        var first = Value(await system.Hall.Apply(TestLives.ExpertApplication(), Cancellation));

        Assert.Equal(first.Certificate, Value(await system.Hall.Apply(TestLives.ExpertApplication(), Cancellation)).Certificate);
        RefusedWith("I13", "FormAlreadySubmitted", await system.Hall.Apply(TestLives.ExpertApplication() with { IdNumber = "440524188001010014" }, Cancellation));
    }

    [Fact, Trait("rule", "C6")]
    public async Task A_change_keeps_what_is_not_filled_in()
    {
        await using var system = Create();
        var certificate = await system.Issued();

        var read = Value(await system.Get<ApplicationForms>().Operation(Form(certificate) with { Operation = "Change", HolderName = TestLives.NewName }, null, Cancellation));

        var changed = Assert.IsType<ChangeCertificate>(read).NewHolder.Unit!;
        Assert.Equal((TestLives.NewName, TestSystem.CreditCode), (changed.Name.Value, changed.CreditCode.Value));
    }

    private static OperationForm Form(string certificate) => new("form-1", certificate, "Renew", HandlerName, TestSystem.Phone);
}
