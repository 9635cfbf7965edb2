using System.Globalization;

namespace Norda.Features.Directory.Map;

/// <summary>A letter on the map. With Href it is a link; data-pin carries the letter, so that js/map.js joins it to its result.</summary>
public sealed record Pin(string Letter, string Label, MapPoint Point, string? Href = null, bool Active = false);

/// <summary>
/// The base map with pins, cut and zoomed so that all of them are seen. Coordinates are pixels of a drawing of Width x Height,
/// so letters and pins keep their size whatever the zoom. Shown by _Map.cshtml.
/// </summary>
public sealed class MapView
{
    public const int PinHeight = 17;
    private const double LargestZoom = 1.3; // beyond it the drawing's coast is plainly too rough
    private const double SideMargin = 40;
    private const double TopMargin = 44;
    private const double BottomMargin = 34;
    private const double LabelHeight = 15;
    private const double LetterWidth = 6.9;
    private const double PinGap = 25;
    private const double Edge = 16;

    private readonly double _zoom;
    private readonly MapPoint _origin;
    private readonly List<Box> _taken = [];

    public MapView(string label, IReadOnlyList<Pin> pins, int width = 432, int height = 400)
    {
        (Label, Width, Height) = (label, width, height);
        (_zoom, _origin) = Fit(pins);
        Pins = Apart(pins);
        _taken.AddRange(Pins.Select(p => new Box(p.At.X - 14, p.At.Y - PinHeight - 14, p.At.X + 14, p.At.Y)));
        Towns = [.. BaseMap.Towns.Select(t => Place(t)).OfType<PlacedTown>()];
        Seas = [.. BaseMap.Seas.Select(s => (s.Name, At: ToScreen(s.Point))).Where(s => Claim(Around(s.At, s.Name.Split('|').Max(l => l.Length) * LetterWidth * 1.15, LabelHeight * 2)))];
    }

    public string Label { get; }
    public int Width { get; }
    public int Height { get; }
    public IReadOnlyList<(Pin Pin, MapPoint At)> Pins { get; }
    public IReadOnlyList<PlacedTown> Towns { get; }
    public IReadOnlyList<(string Name, MapPoint At)> Seas { get; }

    public string LandTransform => string.Create(CultureInfo.InvariantCulture, $"matrix({_zoom:0.###} 0 0 {_zoom:0.###} {-_origin.X * _zoom:0.#} {-_origin.Y * _zoom:0.#})");

    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private (double Zoom, MapPoint Origin) Fit(IReadOnlyList<Pin> pins)
    {
        var points = pins.Count > 0 ? pins.Select(p => p.Point).ToList() : [.. BaseMap.Towns.Select(t => t.Point)];
        var (left, right) = (points.Min(p => p.X), points.Max(p => p.X));
        var (top, bottom) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var room = (X: Width - (2 * SideMargin), Y: Height - TopMargin - BottomMargin);
        var zoom = Math.Min(LargestZoom, Math.Min(room.X / Math.Max(1, right - left), room.Y / Math.Max(1, bottom - top)));
        zoom = Math.Max(zoom, Width / (BaseMap.Right - BaseMap.Left));
        var (width, height) = (Width / zoom, Height / zoom);
        var x = ((left + right) / 2) - (width / 2);
        var y = ((top + bottom) / 2) - ((TopMargin + (room.Y / 2)) / zoom);
        // Stay on the drawing; above it there is only sea, which needs none.
        return (zoom, new(Math.Clamp(x, BaseMap.Left, Math.Max(BaseMap.Left, BaseMap.Right - width)), Math.Min(y, BaseMap.Bottom - height)));
    }

    private MapPoint ToScreen(MapPoint point) => new((point.X - _origin.X) * _zoom, (point.Y - _origin.Y) * _zoom);

    /// <summary>Firms in one street would hide each other: the later pin steps aside.</summary>
    private List<(Pin Pin, MapPoint At)> Apart(IReadOnlyList<Pin> pins)
    {
        var placed = new List<(Pin Pin, MapPoint At)>(pins.Count);
        foreach (var pin in pins)
        {
            var wanted = ToScreen(pin.Point);
            placed.Add((pin, Steps(wanted).FirstOrDefault(at => placed.TrueForAll(p => Distance(p.At, at) >= PinGap), wanted)));
        }

        return placed;
    }

    private IEnumerable<MapPoint> Steps(MapPoint wanted)
    {
        yield return wanted;
        for (var ring = 1; ring <= 6; ring++)
        {
            for (var step = 0; step < 6 * ring; step++)
            {
                var (sin, cos) = Math.SinCos(Math.Tau * step / (6 * ring));
                var at = new MapPoint(wanted.X + (cos * ring * PinGap), wanted.Y + (sin * ring * PinGap));
                if (at.X >= 14 && at.X <= Width - 14 && at.Y >= PinHeight + 14 && at.Y <= Height - 2)
                    yield return at;
            }
        }
    }

    private static double Distance(MapPoint a, MapPoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private PlacedTown? Place(Town town)
    {
        var dot = ToScreen(town.Point);
        if (dot.X < 6 || dot.X > Width - 6 || dot.Y < 6 || dot.Y > Height - 6)
            return null;
        var width = town.Name.Length * LetterWidth;
        foreach (var side in new[] { town.Label, Side.Below, Side.Above, Side.Right, Side.Left }.Distinct())
        {
            var (text, anchor, left) = side switch
            {
                Side.Left => (new MapPoint(dot.X - 9, dot.Y + 4), "end", dot.X - 9 - width),
                Side.Right => (new MapPoint(dot.X + 9, dot.Y + 4), "start", dot.X + 9),
                Side.Above => (new MapPoint(dot.X, dot.Y - 9), "middle", dot.X - (width / 2)),
                _ => (new MapPoint(dot.X, dot.Y + 17), "middle", dot.X - (width / 2)),
            };
            if (Claim(new Box(left - 3, text.Y - 11, left + width + 3, text.Y + 4)))
                return new PlacedTown(dot, town.Name, text, anchor);
        }

        // A dot without a name says little; at the edge, nothing.
        return dot.X > Edge && dot.X < Width - Edge && dot.Y > Edge && dot.Y < Height - Edge ? new PlacedTown(dot, null, dot, "middle") : null;
    }

    private bool Claim(Box box)
    {
        if (box.Left < 4 || box.Right > Width - 4 || box.Top < 4 || box.Bottom > Height - 2 || _taken.Exists(box.Meets))
            return false;
        _taken.Add(box);
        return true;
    }

    private static Box Around(MapPoint at, double width, double height) => new(at.X - (width / 2), at.Y - 12, at.X + (width / 2), at.Y - 12 + height);

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}

/// <summary>A town's dot and, where there is room, its name.</summary>
public sealed record PlacedTown(MapPoint Dot, string? Name, MapPoint Text, string Anchor);
