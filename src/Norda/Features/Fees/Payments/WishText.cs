using System.Globalization;

namespace Norda.Features.Fees.Payments;

/// <summary>Fees that somebody named for money which is not booked yet, as one text: "12=150.00 13=75.00".</summary>
internal static class WishText
{
    public static string? Write(IReadOnlyList<(int FeeId, decimal Amount)> wishes) =>
        wishes.Count == 0 ? null : string.Join(' ', wishes.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.FeeId}={w.Amount:0.00}")));

    public static IReadOnlyList<(int FeeId, decimal Amount)> Read(string? written) =>
        [.. (written ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('=')).Select(w => (int.Parse(w[0], CultureInfo.InvariantCulture), decimal.Parse(w[1], CultureInfo.InvariantCulture)))];
}
