using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Fees.Payments;

/// <summary>Puts a letter to the firm that paid into the outbox; a firm without an address is not told.</summary>
public class TellPayment(AppDb db, QueueMail mail, IStringLocalizer<Texts> texts)
{
    public async Task Run(FeePayment payment, CancellationToken cancel)
    {
        var firm = await db.Companies.Where(c => c.Id == payment.CompanyId).Select(c => new { c.Name, c.Email }).SingleAsync(cancel);
        if (firm.Email is null)
            return;
        var parts = await db.Set<PaymentAllocation>().Where(a => a.PaymentId == payment.Id).OrderBy(a => a.Fee.FeeYear).ThenBy(a => a.Fee.FeeMonth)
            .Select(a => new { a.Fee.FeeYear, a.Fee.FeeMonth, a.Fee.ThroughMonth, a.Amount }).ToListAsync(cancel);
        mail.Run(PaymentLetters.Received(texts, new Reader(null, firm.Email, firm.Name), payment.Id, payment.Amount, payment.PaidOn, parts.ConvertAll(p => (Period.Of(p.FeeYear, p.FeeMonth, p.ThroughMonth), p.Amount))));
        await db.SaveChangesAsync(cancel);
    }
}
