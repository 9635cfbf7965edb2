using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Accounts.Care;

/// <summary>Keeps users.is_norda_member in step: somebody is a member while a firm that let them in is one.</summary>
public class MarkMembers(AppDb db)
{
    /// <param name="members">Numbers of the firms that are members today.</param>
    /// <param name="companyId">Only people of this firm; null is everybody.</param>
    /// <returns>People whose mark was wrong.</returns>
    public async Task<int> Run(IQueryable<int> members, int? companyId, CancellationToken cancel)
    {
        var people = db.Set<User>().Where(u => companyId == null || u.Companies.Any(c => c.CompanyId == companyId));
        return await people.Where(u => !u.IsNordaMember && u.ErasedAt == null && u.Companies.Any(c => c.Status == CompanyUserStatus.Approved && members.Contains(c.CompanyId)))
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.IsNordaMember, true), cancel)
            + await people.Where(u => u.IsNordaMember && !u.Companies.Any(c => c.Status == CompanyUserStatus.Approved && members.Contains(c.CompanyId)))
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.IsNordaMember, false), cancel);
    }
}
