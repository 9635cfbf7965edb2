using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Recommendations;

/// <summary>For the start page: who recommended the own firms last.</summary>
public sealed class RecommendedBy(AppDb db, Me me) : ViewComponent
{
    private const int Shown = 3;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var firms = me.Companies.Select(c => c.CompanyId).ToList();
        if (firms.Count == 0)
            return Content("");
        var words = await db.Set<Recommendation>().Approved().Where(r => firms.Contains(r.CompanyId)).OrderByDescending(r => r.ModeratedAt ?? r.CreatedAt).ThenByDescending(r => r.Id).Take(Shown)
            .Select(r => new KindWord(r.User.Name, r.User.Companies.Where(c => c.CompanyId == r.User.CompanyId).Select(c => c.Company.Name).FirstOrDefault(), r.Company.Slug, r.RecommendationText.Substring(0, KindWord.Excerpt)))
            .ToListAsync(HttpContext.RequestAborted);
        return words.Count == 0 ? Content("") : View("/Features/Recommendations/_RecommendedBy.cshtml", words);
    }
}

/// <summary>The beginning of what somebody says of a firm; Slug is the firm's.</summary>
public sealed record KindWord(string Author, string? Firm, string Slug, string Text)
{
    public const int Excerpt = 90;

    public string Short => Text.Length < Excerpt ? Text : Text[..(Text.LastIndexOf(' ') is > 0 and var end ? end : Excerpt)] + "…";
}
