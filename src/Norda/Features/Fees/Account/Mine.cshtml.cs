using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Fees.Online;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Account;

/// <summary>What my firm owes, how to pay it, and what it has paid.</summary>
[Access(Resource.OwnFee, Act.Read)]
[ResponseCache(NoStore = true)]
public class MineModel(AppDb db, Me me, ReadAccount read, IPaymentOperator payments, IOptions<ChamberOptions> chamber, IOptions<FeeOptions> fees) : PageModel
{
    /// <summary>Null when none of my firms has an account.</summary>
    public AccountView? Account { get; private set; }

    public IReadOnlyList<(string Slug, string Name)> Firms { get; private set; } = [];

    /// <summary>With the firm's own account number where the bank gives one.</summary>
    public Payee Payee => Payee.Of(chamber.Value, fees.Value, Account?.Number);

    public bool TakesOnline => payments.IsOn;

    public async Task<IActionResult> OnGetAsync(string? firma, CancellationToken cancel)
    {
        var own = me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        Firms = [.. (await db.Companies.Where(c => own.Contains(c.Id)).OrderBy(c => c.Name).Select(c => new { c.Slug, c.Name }).ToListAsync(cancel)).Select(c => (c.Slug, c.Name))];
        var slug = firma ?? Firms.Select(f => f.Slug).FirstOrDefault();
        Account = await read.Run(db.Companies.Where(c => own.Contains(c.Id) && c.Slug == slug), cancel);
        Response.LetFormsLeadTo(payments);
        return firma is not null && Account is null ? NotFound() : Page();
    }
}
