using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Register;

/// <summary>One membership, and the others that the firm had.</summary>
[Access(Resource.Member, Act.Read)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, Me me, MemberList list, TimeProvider clock) : PageModel
{
    public MemberRow Row { get; private set; } = null!;
    public MemberStatus Status { get; private set; }
    public IReadOnlyList<(int Id, int Number, DateOnly Since, DateOnly? Until)> Others { get; private set; } = [];
    public (MemberEnd? How, string? Resolution) End { get; private set; }

    /// <summary>The declaration that it came from.</summary>
    public int? DeclarationId { get; private set; }

    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Member, Act.Change);
    public bool SeesFees { get; } = AccessTable.Allows(me, Resource.Fee, Act.Read);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await list.Rows(today).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } row)
            return NotFound();
        (Row, Status) = (row, list.StatusOf(row, today));
        Others = [.. (await db.Set<Member>().Where(m => m.CompanyId == row.CompanyId && m.Id != id).OrderByDescending(m => m.Since).Take(20).Select(m => new { m.Id, m.Number, m.Since, m.Until }).ToListAsync(cancel)).Select(m => (m.Id, m.Number, m.Since, m.Until))];
        var more = await db.Set<Member>().Where(m => m.Id == id).Select(m => new { m.EndKind, Resolution = m.EndResolution == null ? null : m.EndResolution.Number + ", " + m.EndResolution.Body, Declaration = db.Set<Joining.Declaration>().Where(d => d.MemberId == id).Select(d => (int?)d.Id).FirstOrDefault() }).SingleAsync(cancel);
        (End, DeclarationId) = ((more.EndKind, more.Resolution), more.Declaration);
        return Page();
    }
}
