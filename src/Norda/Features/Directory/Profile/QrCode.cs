using System.Globalization;
using System.Text;
using QRCoder;

namespace Norda.Features.Directory.Profile;

/// <summary>A run of dark modules in a row of a QR code.</summary>
public readonly record struct QrRun(int X, int Y, int Width);

/// <summary>A QR code as one path of SVG: dark on white in every theme, since cameras need it so.</summary>
public static class QrCode
{
    public const string ContentType = "image/svg+xml";

    public static string Svg(string text, bool isDense = false)
    {
        var (runs, size) = Runs(text, isDense);
        var path = new StringBuilder();
        foreach (var run in runs)
            path.Append(CultureInfo.InvariantCulture, $"M{run.X} {run.Y}h{run.Width}v1h-{run.Width}z");
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}"/></svg>""";
    }

    /// <summary>The dark modules, for who draws them by other means, and how many modules a side has with the quiet zone.</summary>
    /// <param name="isDense">Level L instead of M: what banks ask for in codes of transfers.</param>
    public static (IReadOnlyList<QrRun> Runs, int Size) Runs(string text, bool isDense)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, isDense ? QRCodeGenerator.ECCLevel.L : QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix; // with the quiet zone around it
        var runs = new List<QrRun>();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var start = x;
                while (x < rows[y].Length && rows[y][x])
                    x++;
                if (x > start)
                    runs.Add(new QrRun(start, y, x - start));
            }
        }

        return (runs, rows.Count);
    }
}
