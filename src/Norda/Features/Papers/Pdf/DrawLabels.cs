using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Pdf;

/// <summary>Addresses for envelopes: sheets of 3 by 8 labels, 70 x 37 mm, as they are sold.</summary>
public static class DrawLabels
{
    private const int Columns = 3;
    private const int Rows = 8;
    private const double Width = 198.4;
    private const double Height = 104.9;
    private const double Padding = 14;

    public static byte[] File(IReadOnlyList<AddressedFirm> firms, DateTime at) => Spoken.In("pl", () => PaperSheet.Write("Etykiety adresowe", at, sheet =>
    {
        sheet.Begin();
        foreach (var (i, firm) in firms.Index())
        {
            var place = i % (Columns * Rows);
            if (i > 0 && place == 0)
                sheet.Begin();
            var (x, y) = ((place % Columns * Width) + Padding, (place / Columns * Height) + Padding);
            sheet.TextAt(firm.Name.Length > 70 ? firm.Name[..69] + "…" : firm.Name, x, Width - (2 * Padding), 10, isBold: true, top: y);
            sheet.TextAt(string.Join('\n', new[] { firm.StreetLine, firm.TownLine }.Where(l => l.Length > 0)), x, Width - (2 * Padding), 10, top: sheet.Top);
        }
    }));
}
