using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Online;

/// <summary>Online payments in the account of a firm: what is still on its way, and for the office what can be given back.</summary>
public class OnlineOfAccount(AppDb db, Me me, IPaymentOperator payments) : ViewComponent
{
    private const int Shown = 20;

    public async Task<IViewComponentResult> InvokeAsync(int companyId, bool isOffice)
    {
        var rows = await db.Set<OnlinePayment>().Where(p => p.CompanyId == companyId).OrderByDescending(p => p.Id).Take(Shown)
            .Select(p => new OnlineRow(p.Id, p.SessionId, p.StartedAt.ToWarsaw(), p.Amount, p.State, p.RefundKey != null, p.LastFault)).ToListAsync(HttpContext.RequestAborted);
        return rows.Count == 0 ? Content("") : View("/Features/Fees/Online/_OfAccount.cshtml", new OnlineView(isOffice, payments.IsOn, isOffice && payments.IsOn && AccessTable.Allows(me, Resource.Fee, Act.Change), rows));
    }
}

public sealed record OnlineView(bool IsOffice, bool IsOn, bool MayRefund, IReadOnlyList<OnlineRow> Rows);

/// <summary>One online payment as a line of the account.</summary>
public sealed record OnlineRow(int Id, string SessionId, DateTime StartedAt, decimal Amount, OnlineState State, bool IsRefundAsked, string? Fault)
{
    public bool CanBeRefunded => State == OnlineState.Verified && !IsRefundAsked;

    public string? Badge => State switch { OnlineState.Verified => "ok", OnlineState.Paid or OnlineState.Registered => "warn", OnlineState.Abandoned => "bad", _ => null };

    /// <summary>Key of the texts.</summary>
    public string Word => State switch
    {
        OnlineState.Registered => "rozpoczęta",
        OnlineState.Paid => "czeka na potwierdzenie",
        OnlineState.Verified when IsRefundAsked => "zwrot zlecony",
        OnlineState.Verified => "potwierdzona",
        OnlineState.Refunded => "zwrócona",
        _ => "nie doszła do skutku",
    };
}
