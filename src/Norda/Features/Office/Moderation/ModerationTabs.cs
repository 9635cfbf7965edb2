using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Directory;
using Norda.Features.Recommendations;
using Norda.Features.Reports;
using Norda.Platform.Access;

namespace Norda.Features.Office.Moderation;

/// <summary>The kinds of things that wait to be read, each with its number; those that this person decides on.</summary>
public sealed class ModerationTabs(AppDb db, Me me) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string on)
    {
        var counts = await db.Set<AuditHead>().Select(_ => new
        {
            Recommendations = db.Set<Recommendation>().Count(r => r.Status == RecommendationStatus.Pending),
            Reports = db.Set<ContentReport>().Count(r => r.Status == ReportStatus.Open),
            Proposals = db.Set<ProfileRequest>().Count(r => r.SubmittedAt != null && r.DecidedAt == null),
        }).SingleAsync(HttpContext.RequestAborted);
        List<ModerationTab> tabs =
        [
            new("Polecenia", "~/biuro/moderacja", counts.Recommendations, on == "polecenia"),
            new("Zgłoszenia treści", "~/biuro/moderacja/zgloszenia", counts.Reports, on == "zgloszenia"),
        ];
        if (AccessTable.Allows(me, Resource.ProfileRequest, Act.Change))
            tabs.Add(new("Zmiany w profilach", "~/biuro/moderacja/zmiany", counts.Proposals, on == "zmiany"));
        return View("/Features/Office/Moderation/_Tabs.cshtml", tabs);
    }
}

/// <summary>Text is a key of the texts.</summary>
public sealed record ModerationTab(string Text, string Href, int Count, bool IsOn);
