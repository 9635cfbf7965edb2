using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Online;

/// <summary>Where the payer comes back to. That somebody came back proves nothing: the page tells what the row says, and asks again by itself for a while.</summary>
[Access(Resource.OwnFee, Act.Read)]
[ResponseCache(NoStore = true)]
public class ReturnModel(AppDb db, Me me, IPaymentOperator payments, TimeProvider clock) : PageModel
{
    private const string EveryFiveSeconds = "5";
    private static readonly TimeSpan Asks = TimeSpan.FromMinutes(15);

    public OnlinePayment Payment { get; private set; } = null!;

    /// <summary>Neither confirmed nor over.</summary>
    public bool Waits => Payment.State is OnlineState.Registered or OnlineState.Paid;

    /// <summary>The operator's page, while the payer may still pay there.</summary>
    public string? OperatorPage => Payment is { State: OnlineState.Registered, Token: { } token } ? payments.PageOf(token) : null;

    public async Task<IActionResult> OnGetAsync(string session, CancellationToken cancel)
    {
        var own = me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        if (!payments.IsOn || await db.Set<OnlinePayment>().AsNoTracking().Include(p => p.Company).SingleOrDefaultAsync(p => p.SessionId == session && own.Contains(p.CompanyId), cancel) is not { } payment)
            return NotFound();
        Payment = payment;
        if (Waits && clock.GetUtcNow().UtcDateTime - payment.StartedAt < Asks)
            Response.Headers["Refresh"] = EveryFiveSeconds;
        return Page();
    }
}
