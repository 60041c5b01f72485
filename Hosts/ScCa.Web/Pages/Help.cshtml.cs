using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using ScCa.Application.Hall;
using ScCa.Application.Help;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>The help centre: open to everybody; who is signed in may have a certificate of his taken into account (A1).</summary>
internal sealed class HelpModel(HelpSearch search, HelpDesk desk, SelfServiceHall hall) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Message { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Platform { get; set; }

    /// <summary>Empty for none in particular; absent before the visitor has chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Certificate { get; set; }

    /// <summary>What the visitor has answered so far, each as <see cref="HelpAnswers.Text"/> gives it.</summary>
    [BindProperty(SupportsGet = true, Name = "a")]
    public IReadOnlyList<string> Answers { get; set; } = [];

    public IReadOnlyList<HelpPlatformName> Platforms => search.Platforms;

    /// <summary>Those that the phone has applications for, the newest first.</summary>
    public IReadOnlyList<ProgressRow> Certificates { get; private set; } = [];

    public IReadOnlyList<HelpTopic> Topics => search.Topics();

    public HelpAnswer? Answer { get; private set; }

    /// <summary>The address of this question without the answer to one check.</summary>
    public string Without(string check) => $"/help{QueryString.Create([
        KeyValuePair.Create<string, StringValues>("q", Message), KeyValuePair.Create<string, StringValues>("platform", Platform),
        KeyValuePair.Create<string, StringValues>("certificate", Certificate ?? ""),
        KeyValuePair.Create<string, StringValues>("a", Answers.Where(a => !a.StartsWith($"{check}.", StringComparison.Ordinal)).ToArray()),
    ])}#narrow";

    public bool IsSignedIn => User.MaskedPhone() is not null;

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        var phone = IsSignedIn ? User.Phone() : null;
        if (phone is not null)
            Certificates = [.. (await hall.Progress(phone, cancellation)).DistinctBy(row => row.Certificate)];
        // With one certificate there is nothing to choose; a form sent with an empty choice means none.
        if (Certificates is [var only] && !Request.Query.ContainsKey(nameof(Certificate)))
            Certificate = only.Certificate;
        if (string.IsNullOrWhiteSpace(Message))
            return Page();
        var found = await desk.Search(Message, Platform, Certificate, phone, HelpAnswers.Read(Answers), cancellation);
        Answer = found.Value;
        return found.IsRefused ? Refuse(found.Refusal) : Page();
    }
}
