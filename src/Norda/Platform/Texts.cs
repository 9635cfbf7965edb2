namespace Norda.Platform;

/// <summary>
/// Names the resources of the interface. The key of a text is the Polish text itself, so a page reads as it looks;
/// Texts.en.resx holds the English twin of each.
/// </summary>
public sealed class Texts;
