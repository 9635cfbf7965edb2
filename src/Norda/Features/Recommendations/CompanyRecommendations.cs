using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Recommendations;

/// <summary>The part of a firm's page that says who recommends it.</summary>
public sealed class CompanyRecommendations(AppDb db, Me me) : ViewComponent
{
    private const int Shown = 10;

    public async Task<IViewComponentResult> InvokeAsync(int companyId, string slug)
    {
        var all = db.Set<Recommendation>().Approved().Where(r => r.CompanyId == companyId);
        var newest = await all.OrderByDescending(r => r.ModeratedAt).Take(Shown).Select(RecommendationView.From).Select(v => new { View = v, Total = all.Count() }).ToListAsync(HttpContext.RequestAborted);
        return View("/Features/Recommendations/_OfCompany.cshtml", new CompanyRecommendationsView(
            slug, [.. newest.Select(n => n.View)], newest.FirstOrDefault()?.Total ?? 0, MayWrite: me.Is(Role.Member) && !me.BelongsTo(companyId)));
    }
}

public sealed record CompanyRecommendationsView(string Slug, IReadOnlyList<RecommendationView> Newest, int Total, bool MayWrite);

/// <summary>An approved recommendation as anybody reads it.</summary>
public sealed record RecommendationView(int Id, string Text, string? Service, DateTime Date, string Author, string? AuthorFirm, string? AuthorFirmSlug, string? Contact, string CompanyName, string CompanySlug)
{
    public static readonly System.Linq.Expressions.Expression<Func<Recommendation, RecommendationView>> From = r => new RecommendationView(
        r.Id, r.RecommendationText, r.ServiceCategory, r.CreatedAt, r.User.Name,
        r.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == r.User.CompanyId).Select(c => c.Company.Name).FirstOrDefault(),
        r.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == r.User.CompanyId).Select(c => c.Company.Slug).FirstOrDefault(),
        r.ShowContact ? r.User.Email : null, r.Company.Name, r.Company.Slug);
}

public static class RecommendationQueries
{
    extension(IQueryable<Recommendation> recommendations)
    {
        public IQueryable<Recommendation> Approved() => recommendations.Where(r => r.Status == RecommendationStatus.Approved);

        public IQueryable<Recommendation> Waiting() => recommendations.Where(r => r.Status == RecommendationStatus.Pending);
    }
}
