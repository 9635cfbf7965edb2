namespace Norda.Features.Directory.Map;

public enum Side { Below, Above, Left, Right }

public sealed record Town(string Name, double Latitude, double Longitude, Side Label)
{
    public MapPoint Point { get; } = Projection.At(Latitude, Longitude);
}

/// <summary>A name on the water, in lines divided by a bar; also the key of its translation.</summary>
public sealed record Sea(string Name, MapPoint Point);

/// <summary>The drawing under the pins: the coast from Łeba to Gdańsk, our own and approximate. No tiles, no third party, it prints.</summary>
public static class BaseMap
{
    public const double Left = -76.5;
    public const double Right = 583.9;
    public const double Top = -30;
    public const double Bottom = 441;

    public const string Land =
        "M-76.5 90L0 78 46.9 71.4 97.3 60 156.4 40.8 222.5 29.4 274.6 28.8 318 30.6 340.6 47.4 359.7 60 378.9 71.4 404.9 86.4 424 100.2 441.4 111 457.1 118.2 " +
        "471 138 481.7 157.8 487.3 172.2 481.4 174.6 476.2 160.8 466.5 144 448.4 127.8 432.7 117 417.1 106.8 399.7 94.2 375.4 81 354.5 70.2 344.8 67.8 341.3 78 " +
        "344.8 97.8 356.3 106.2 365 115.8 365.7 138 379.6 154.2 380.6 168 391 180 395.5 202.2 393.8 219 398 231 398.7 246 401.5 264 411.9 277.2 429.3 285 441.4 297 " +
        "472.7 313.8 514.4 321 583.9 324V441H-76.5Z";

    public static readonly IReadOnlyList<Sea> Seas = [new("Bałtyk", new(70, 26)), new("Zatoka|Pucka", new(432, 158)), new("Zatoka|Gdańska", new(500, 255))];

    /// <summary>The larger ones first: where two names would meet, the later gives way.</summary>
    public static readonly IReadOnlyList<Town> Towns =
    [
        new("Wejherowo", 54.606, 18.235, Side.Below), new("Gdynia", 54.520, 18.531, Side.Left), new("Gdańsk", 54.353, 18.646, Side.Right),
        new("Lębork", 54.540, 17.750, Side.Right), new("Puck", 54.719, 18.408, Side.Left), new("Rumia", 54.572, 18.389, Side.Below),
        new("Hel", 54.607, 18.801, Side.Right), new("Władysławowo", 54.798, 18.398, Side.Left), new("Kartuzy", 54.335, 18.197, Side.Right),
        new("Łeba", 54.758, 17.555, Side.Below), new("Luzino", 54.567, 18.105, Side.Below), new("Szemud", 54.489, 18.222, Side.Below),
        new("Sopot", 54.442, 18.560, Side.Left), new("Reda", 54.606, 18.347, Side.Right), new("Gniewino", 54.716, 18.012, Side.Below),
        new("Krokowa", 54.780, 18.167, Side.Below), new("Jastarnia", 54.698, 18.677, Side.Right),
    ];

    private static readonly Dictionary<string, Town> ByName = Towns.ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where an address stands on the map: by its own coordinates, else by its town; null when neither is on the drawing.</summary>
    public static MapPoint? Find(double? latitude, double? longitude, string? town)
    {
        var point = latitude is { } north && longitude is { } east ? Projection.At(north, east)
            : town is not null && ByName.TryGetValue(town, out var known) ? known.Point
            : default(MapPoint?);
        return point is { X: > Left and < Right, Y: > Top and < Bottom } ? point : null;
    }
}
