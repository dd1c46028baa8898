import type { Language } from "./language.ts";

/** Portuguese. */
export const PORTUGUESE: Language = {
  code: "pt",
  sections: {
    metadata: ["metadados", "informações gerais", "participantes", "autor", "autores", "data e hora"],
    summary: [
      ...["resumo", "resumo executivo", "sumário", "sumário executivo", "resumo do incidente", "sumário do incidente"],
      ...["visão geral", "visão geral do incidente", "descrição", "descrição do incidente", "o que aconteceu"],
    ],
    impact: [
      ...["impacto", "impactos", "alcance", "escopo", "consequências", "impacto nos usuários", "impacto no negócio"],
      ...["usuários afetados", "avaliação do impacto", "abrangência"],
    ],
    background: ["contexto", "histórico", "antecedentes"],
    detection: ["detecção", "deteção", "sintoma", "sintomas", "descoberta", "como foi detectado"],
    timeline: [
      ...["linha do tempo", "cronologia", "linha temporal", "cronograma", "linha do tempo do incidente"],
      ...["cronologia dos eventos", "sequência de eventos"],
    ],
    "root-cause": [
      ...[
        "causa",
        "causas",
        "causa raiz",
        "causas raiz",
        "causas raízes",
        "análise de causa raiz",
        "análise da causa raiz",
      ],
      ...["causa principal", "análise", "causa raiz real", "gatilho", "causa raiz e fatores contribuintes", "origem"],
    ],
    contributing: ["fatores contribuintes", "causas contribuintes", "fatores"],
    restoration: [
      ...["resolução", "solução", "recuperação", "mitigação", "correção", "remediação", "resolução e recuperação"],
      ...["ações tomadas", "ações imediatas", "correção aplicada", "resposta", "restauração"],
    ],
    communication: ["comunicação", "comunicações"],
    lessons: [
      ...["lições", "lições aprendidas", "aprendizados", "aprendizagens", "o que aprendemos"],
      ...["resultado e lições aprendidas"],
    ],
    "went-well": ["o que deu certo", "o que funcionou", "o que funcionou bem", "o que correu bem", "o que foi bem"],
    "went-wrong": [
      ...["o que deu errado", "o que falhou", "o que não funcionou", "o que correu mal", "o que poderia melhorar"],
      ...["o que pode melhorar", "pontos de melhoria"],
    ],
    "got-lucky": ["onde tivemos sorte", "em que tivemos sorte"],
    actions: [
      ...["ações", "ações corretivas", "ações preventivas", "ações corretivas e preventivas", "plano de ação"],
      ...["próximos passos", "prevenção", "medidas preventivas", "ações de acompanhamento", "itens de ação"],
      ...["tarefas", "melhorias", "pendências", "acompanhamento"],
    ],
    conclusion: ["conclusão", "conclusões"],
    references: ["anexo", "anexos", "referências", "links", "apêndice", "evidências anexas"],
  },
  fields: {
    title: ["título"],
    date: ["data", "data do incidente", "data/hora", "data/horário"],
    severity: ["severidade", "gravidade", "criticidade", "prioridade", "severidade operacional"],
    status: ["situação", "estado"],
    owner: ["responsável", "autor", "autores", "dono", "elaborado por", "equipe responsável"],
    services: ["serviços afetados", "serviço afetado", "sistemas afetados"],
    started: ["início", "início do incidente", "data/hora inicio", "data/hora início", "hora de início"],
    detected: ["detectado", "hora da detecção"],
    acknowledged: ["reconhecido"],
    mitigated: ["mitigado"],
    resolved: ["resolvido", "fim", "fim do incidente", "data/hora fim", "hora de término", "término", "recuperado"],
    duration: ["duração", "duração total", "duracao total", "duração do impacto", "tempo de indisponibilidade"],
    timeZone: ["fuso horário"],
    environment: ["ambiente"],
  },
  columns: {
    time: ["hora", "horário", "data", "quando", "momento"],
    action: ["ação", "tarefa", "descrição", "medida", "o que"],
    owner: ["responsável", "dono", "quem", "atribuído"],
    due: ["prazo", "data limite", "vencimento", "data alvo"],
    status: ["situação", "estado"],
    type: ["tipo", "categoria"],
    priority: ["prioridade"],
  },
  severities: {
    sev1: ["crítica", "crítico"],
    sev2: ["alta", "alto", "grave"],
    sev3: ["média", "médio", "moderada"],
    sev4: ["baixa", "baixo", "menor", "leve"],
  },
  documentNames: ["relatório de incidente", "incidente", "análise de incidente"],
  frequentWords: ["os", "uma", "não", "foi", "ao", "pela", "pelo", "são", "mas", "também", "nos", "da", "em", "à"],
};
