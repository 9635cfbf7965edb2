using Norda.Features.Directory.Map;

namespace Norda.Features.Home;

/// <summary>The picture behind the question: the coast from Łeba to Gdańsk, and a dot where firms are, the larger the more of them.</summary>
public sealed record Coast(IReadOnlyList<Dot> Dots, IReadOnlyList<Label> Labels, bool IsOurs)
{
    // What is seen of the base map, and not behind the question; a name that would be cut is worse than none.
    private const double Left = 150;
    private const double Bottom = 328;

    /// <summary>A chamber of another region gets no picture: most of its firms would lie beside it.</summary>
    public static Coast Of(Landing landing)
    {
        var onMap = landing.Towns.Select(t => (Town: t, Point: BaseMap.Find(t.Latitude, t.Longitude, t.Name))).Where(t => t.Point is not null).ToList();
        var dots = onMap.Where(t => t.Point is { X: > Left, Y: < Bottom })
            .Select(t => new Dot(t.Town.Name, t.Point!.Value.X, t.Point.Value.Y, 2.5 + Math.Sqrt(t.Town.Firms))).ToList();
        return new Coast(dots, Label.Place(dots), onMap.Sum(t => t.Town.Firms) * 2 > landing.Firms);
    }
}

public sealed record Dot(string Town, double X, double Y, double Radius);

/// <summary>A town's name under, over or beside its dot, wherever it touches nothing; where there is no room, none.</summary>
public sealed record Label(string Text, double X, double Y, string Anchor)
{
    private const double Letter = 5.6, Height = 10;

    public static IReadOnlyList<Label> Place(IReadOnlyList<Dot> dots)
    {
        var taken = dots.Select(d => new Box(d.X - d.Radius, d.Y - d.Radius, d.X + d.Radius, d.Y + d.Radius)).ToList();
        var labels = new List<Label>();
        foreach (var dot in dots)
        {
            var gap = dot.Radius + 3;
            Label[] places =
            [
                new(dot.Town, dot.X, dot.Y + gap + 7.5, "middle"), new(dot.Town, dot.X, dot.Y - gap, "middle"),
                new(dot.Town, dot.X - gap, dot.Y + 3.5, "end"), new(dot.Town, dot.X + gap, dot.Y + 3.5, "start"),
            ];
            if (places.FirstOrDefault(place => !taken.Exists(place.Area.Meets)) is not { } free)
                continue;
            labels.Add(free);
            taken.Add(free.Area);
        }

        return labels;
    }

    private Box Area
    {
        get
        {
            var width = Text.Length * Letter;
            var left = Anchor switch { "middle" => X - width / 2, "end" => X - width, _ => X };
            return new Box(left, Y - Height, left + width, Y + 2);
        }
    }

    private sealed record Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
