using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Fees.Payments;

/// <summary>Letters about money that came in.</summary>
internal static class PaymentLetters
{
    /// <param name="parts">Which fees it pays and how much of each, as the firm reads it.</param>
    public static Letter Received(IStringLocalizer<Texts> texts, Reader to, int payment, decimal amount, DateOnly paidOn, IReadOnlyList<(string Period, decimal Amount)> parts) => new()
    {
        UniqueKey = $"fee-payment:{payment}", To = to.Email, ToName = to.Name,
        Subject = texts["Dziękujemy za wpłatę {0}", amount.ToZloty()], Heading = texts["Wpłata zapisana"],
        Paragraphs = [texts["Zapisaliśmy wpłatę firmy {0} z {1} i rozliczyliśmy ją tak:", to.Name!, paidOn.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)]],
        Facts = [.. parts.Select(p => (p.Period, p.Amount.ToZloty())),
            .. amount - parts.Sum(p => p.Amount) is > 0 and var left ? [(texts["Na przyszłe składki"].Value, left.ToZloty())] : Array.Empty<(string, string)>()],
    };
}
