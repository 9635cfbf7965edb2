namespace Norda.Platform.Contributions;

/// <summary>What somebody must know on every page until it is mended: register one per feature.</summary>
public interface INotice
{
    /// <summary>Null for those whom it does not concern, and when all is well.</summary>
    string? Text();
}
