using ScCa.Gateways;
using ScCa.Gateways.Bank;

namespace ScCa.Composition.Gateways;

/// <summary>The file that says how the bank writes its statements.</summary>
internal static class MappingFile
{
    /// <exception cref="GatewayRefusedException">There is none, or it makes no sense.</exception>
    public static StatementMapping Read(string file) => File.Exists(file)
        ? StatementMapping.Parse(File.ReadAllBytes(file))
        : throw new GatewayRefusedException($"找不到对账单格式定义文件 {file}。", $"There is no statement mapping {file}.");
}
