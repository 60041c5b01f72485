namespace ScCa.Issuance.Chain;

/// <summary>A chained file whose lines do not follow one another: it was altered, and nothing is added to it.</summary>
public sealed class ChainBrokenException : Exception
{
    internal ChainBrokenException(string file, long line)
        : base($"{file}: line {line} does not follow from the one before it. The file was altered: keep it as it is, and restore it from the backup.") =>
        (File, Line, ZhCn) = (file, line, $"{file} 的第 {line} 行与前一行不衔接，文件已被改动。请原样保留，并从备份恢复。");

    public string File { get; }

    public long Line { get; }

    public string ZhCn { get; }

    public string En => Message;
}
