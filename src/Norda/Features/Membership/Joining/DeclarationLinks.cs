using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;

namespace Norda.Features.Membership.Joining;

/// <summary>Secret links to the page of a declaration: each letter carries its own, all of them work for a year.</summary>
public class DeclarationLinks(AppDb db, AccountLinks links)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Adds a link to the caller's unit of work. The declaration must have a number.</summary>
    public string Issue(Declaration declaration) =>
        links.Issue(TokenPurpose.Declaration, Lifetime, email: declaration.RepresentativeEmail, detail: declaration.Id.ToString(CultureInfo.InvariantCulture));

    public async Task<int?> Find(string? secret, CancellationToken cancel) =>
        await links.Find(TokenPurpose.Declaration, secret, cancel) is { Detail: { } detail } ? int.Parse(detail, CultureInfo.InvariantCulture) : null;

    /// <summary>Tracked, for those who change it; null when the link is not good (any more).</summary>
    public async Task<Declaration?> Open(string? secret, CancellationToken cancel) =>
        await Find(secret, cancel) is { } id ? await db.Set<Declaration>().SingleAsync(d => d.Id == id, cancel) : null;
}
