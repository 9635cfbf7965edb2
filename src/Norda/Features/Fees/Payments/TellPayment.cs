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
        mail.Run(new Letter
        {
            UniqueKey = $"fee-payment:{payment.Id}", To = firm.Email, ToName = firm.Name,
            Subject = texts["Dziękujemy za wpłatę {0}", payment.Amount.ToZloty()], Heading = texts["Wpłata zapisana"],
            Paragraphs = [texts["Zapisaliśmy wpłatę firmy {0} z {1} i rozliczyliśmy ją tak:", firm.Name, payment.PaidOn.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture)]],
            Facts = [.. parts.Select(p => (Period.Of(p.FeeYear, p.FeeMonth, p.ThroughMonth), p.Amount.ToZloty())),
                .. payment.Amount - parts.Sum(p => p.Amount) is > 0 and var left ? [(texts["Na przyszłe składki"].Value, left.ToZloty())] : Array.Empty<(string, string)>()],
        });
        await db.SaveChangesAsync(cancel);
    }
}
