using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Reports;

/// <summary>The page of a firm. Its owners answer for it; the office changes it or puts it away by hand.</summary>
public sealed class ReportedFirm(AppDb db) : IReportable
{
    public string Kind => "company";

    public async Task<Reportable?> Find(int id, CancellationToken cancel)
    {
        var firm = await db.Companies.Listed().Where(c => c.Id == id).Select(c => new
        {
            c.Name, c.Slug, c.DescriptionShort,
            Owners = db.Set<CompanyUser>().Where(p => p.CompanyId == c.Id && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive)
                .OrderBy(p => p.UserId).Select(p => new AuthorToTell(p.UserId, p.User.Email!, p.User.Name)).ToList(),
        }).AsSingleQuery().SingleOrDefaultAsync(cancel);
        return firm is null ? null : new Reportable(firm.Name, firm.DescriptionShort, "/firma/" + firm.Slug, $"/moja-firma?firma={id}", firm.Owners);
    }

    public Task<int?> Locate(string path, CancellationToken cancel)
    {
        var slug = path.StartsWith("/firma/", StringComparison.Ordinal) ? path["/firma/".Length..].Split('/', '?', '#')[0] : "";
        return db.Companies.Listed().Where(c => c.Slug == slug || db.FormerSlugs.Any(f => f.Slug == slug && f.CompanyId == c.Id)).OrderByDescending(c => c.Slug == slug).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel);
    }

    public Task<bool> TakeDown(int id, string statement, CancellationToken cancel) => Task.FromResult(false);
}
