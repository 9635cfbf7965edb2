namespace Norda.Platform.Contributions;

/// <summary>A sign in the top bar of who is signed in, with the number of what waits behind it: register one as a singleton.</summary>
/// <param name="View">A partial whose model is that number.</param>
/// <param name="Waiting">One row for each thing that waits, <see cref="MostCounted"/> at most. The questions of all signs go to the database together.</param>
public sealed record TopBarSign(string View, int Order, Func<IServiceProvider, IQueryable<int>> Waiting)
{
    /// <summary>More than this nobody counts: "99+".</summary>
    public const int MostCounted = 100;

    public static string Number(int waiting) => waiting >= MostCounted ? "99+" : $"{waiting}";
}
