using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

/// <summary>A recommendation that somebody reported after it was shown.</summary>
public sealed class ReportedRecommendation(AppDb db, Me me, TimeProvider clock, ISearchIndex search) : IReportable
{
    public string Kind => "recommendation";

    public async Task<Reportable?> Find(int id, CancellationToken cancel)
    {
        var said = await db.Set<Recommendation>().Approved().Where(r => r.Id == id)
            .Select(r => new { r.Company.Name, r.Company.Slug, r.RecommendationText, r.UserId, r.User.Email, Author = r.User.Name }).SingleOrDefaultAsync(cancel);
        return said is null ? null : new Reportable(said.Name, said.RecommendationText, $"/firma/{said.Slug}#polecenia", null, [new AuthorToTell(said.UserId, said.Email!, said.Author)]);
    }

    /// <summary>Recommendations have no address of their own: the link beside each names its number.</summary>
    public Task<int?> Locate(string path, CancellationToken cancel) => Task.FromResult<int?>(null);

    public async Task<bool> TakeDown(int id, string statement, CancellationToken cancel)
    {
        if (await db.Set<Recommendation>().SingleOrDefaultAsync(r => r.Id == id && r.Status == RecommendationStatus.Approved, cancel) is not { } said)
            return false;
        (said.Status, said.RejectionReason) = (RecommendationStatus.Rejected, statement[..Math.Min(statement.Length, DecideRecommendation.LongestReason)]);
        (said.ModeratedBy, said.ModeratedAt, said.Version) = (me.Id, clock.GetUtcNow().UtcDateTime, said.Version + 1);
        await db.SaveChangesAsync(cancel);
        await search.Refresh([said.CompanyId], cancel);
        return true;
    }
}
