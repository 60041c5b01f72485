using Microsoft.AspNetCore.Authorization;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>Progress (进度查询): the applications under the phone that is signed in, newest first (A1).</summary>
[Authorize(Policy = Sessions.Applicant)]
internal sealed class ProgressModel(SelfServiceHall hall) : FormPage
{
    public IReadOnlyList<ProgressRow> Applications { get; private set; } = [];

    public IReadOnlyList<PlatformOffer> Platforms { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellation)
    {
        Applications = await hall.Progress(User.Phone(), cancellation);
        Platforms = hall.Platforms();
    }
}
