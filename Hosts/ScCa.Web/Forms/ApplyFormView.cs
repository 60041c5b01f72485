using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Web.Wording;

namespace ScCa.Web.Forms;

/// <summary>The form for a New of one kind of holder, as the partial page <c>_ApplyFields</c> shows it.</summary>
/// <param name="AtWindow">Whether a clerk fills it in for who stands before him.</param>
internal sealed record ApplyFormView(PlatformOffer Platform, OfferKind Kind, ApplyFields Fields, RefusalText? Refusal, bool AtWindow)
{
    public bool IsPerson => Kind.Kind != "Unit";

    public IEnumerable<OfferRole> Roles => Platform.Roles.Where(r => r.Kind == Kind.Kind);

    public bool NeedsUnit => !IsPerson || Roles.Any(r => r.BelongsToUnit);

    /// <summary>The ways that whoever fills it in may choose of.</summary>
    public IEnumerable<OfferWay> Ways => Kind.New?.Ways.Where(w => AtWindow ? w.Channel != "Online" : !w.IsTakenByStaff) ?? [];

    public IReadOnlyList<Choice> Channels(Words words) =>
        [.. Ways.Select(w => w.Channel).Distinct(StringComparer.Ordinal).Select(c => new Choice(c, words[$"Channel.{c}"]))];

    public IReadOnlyList<Choice> Capacities(Words words) => [.. Choices.HandledBy(words).Take(Ways.Any(w => w.HandledBy is not "Handler") ? 2 : 1)];

    /// <summary>The platform's form for the kind of holder that the role, or else the address, names.</summary>
    public static ApplyFormView? Of(PlatformOffer? platform, string? kind, ApplyFields fields, RefusalText? refusal, bool atWindow)
    {
        if (platform is null)
            return null;
        var wanted = platform.Roles.FirstOrDefault(r => r.Id == fields.Role)?.Kind ?? kind;
        var view = new ApplyFormView(platform, platform.Kind(wanted) ?? platform.Kinds[0], fields, refusal, atWindow);
        fields.Channel ??= view.Ways.FirstOrDefault()?.Channel ?? "Online";
        fields.HandledBy ??= "Handler";
        return view;
    }
}

/// <summary>Choices that several forms give.</summary>
internal static class Choices
{
    private static readonly string[] Capacities = ["Handler", "LegalRepresentative"];

    public static IEnumerable<Choice> HandledBy(Words words) =>
        Capacities.Select(c => new Choice(c, words[$"HandledBy.{c}"], Small: words[$"apply.handled-by-{c}"]));
}
