using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Directory.Catalog;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>Up to three firms for what somebody seeks, by the search of the directory, each with its reasons.</summary>
public class FirmsFor(AppDb db, ISearchIndex search, IStringLocalizer<Texts> texts)
{
    public const int Most = 3;
    private const int Looked = 50;

    public async Task<IReadOnlyList<ProposedFirm>> Find(Classified ad, CancellationToken cancel)
    {
        var found = (await search.Find(new SearchQuestion { Text = Cut(ad.Title), PageSize = Looked }, cancel)).Hits;
        var ids = found.Select(h => h.Id).ToList();
        // A firm whose people are not here cannot answer; one's own needs no asking.
        var able = await db.Set<CompanyUser>().Where(p => ids.Contains(p.CompanyId) && p.Status == CompanyUserStatus.Approved && p.Role >= CompanyRole.Editor
            && !db.Set<CompanyUser>().Any(o => o.CompanyId == p.CompanyId && o.UserId == ad.AuthorId && o.Status == CompanyUserStatus.Approved)
            && !db.Set<Introduction>().Any(i => i.ClassifiedId == ad.Id && i.CompanyId == p.CompanyId)).Select(p => p.CompanyId).Distinct().ToListAsync(cancel);
        return [.. found.Where(h => able.Contains(h.Id)).Take(Most).Select(h => new ProposedFirm(h.Id, h.Name, h.Slug, h.Town, Why(h)))];
    }

    private string Why(SearchHit hit) => hit.Reasons.Count > 0 ? string.Join(" · ", hit.Reasons.Select(r => texts.Reason(r))) : hit.Short ?? hit.CategoryName ?? "";

    private static string Cut(string title) => title.Length <= SearchQuestion.LongestText ? title : title[..SearchQuestion.LongestText];
}

public sealed record ProposedFirm(int Id, string Name, string Slug, string? Town, string Reasons);
