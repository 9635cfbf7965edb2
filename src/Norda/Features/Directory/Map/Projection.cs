namespace Norda.Features.Directory.Map;

/// <summary>A place in the units of the base map.</summary>
public readonly record struct MapPoint(double X, double Y);

/// <summary>Degrees to the units of the base map. At this size the earth is flat: one factor per axis, true at 54.6° north.</summary>
public static class Projection
{
    private const double West = 17.42;
    private const double North = 54.886;
    private const double UnitsPerDegreeEast = 347.57;
    private const double UnitsPerDegreeSouth = 600;

    public static MapPoint At(double latitude, double longitude) => new((longitude - West) * UnitsPerDegreeEast, (North - latitude) * UnitsPerDegreeSouth);
}
